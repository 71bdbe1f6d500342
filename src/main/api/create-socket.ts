import type { App } from '../app/app.ts'
import type { Outcome } from '../outcome.ts'
import { succeed, tooManySockets } from '../outcome.ts'
import type { AnySocket } from '../sockets/any-socket.ts'
import type { SocketProperties } from '../sockets/base-socket.ts'
import type { SocketTable } from '../sockets/socket-table.ts'
import { refuseName, updateSocket } from './update-socket.ts'

/** What `create` is, in all three APIs. */
export function createSocket<S extends AnySocket>(
  app: App,
  table: SocketTable<S>,
  properties: SocketProperties,
  make: (id: number) => S,
): Outcome<{ socketId: number }> {
  const { name = '' } = properties
  const refusal = refuseName(app, name, '')
  if (refusal !== undefined) return refusal
  const socket = table.add(make)
  if (socket === undefined) return tooManySockets
  updateSocket(app, socket, properties)
  app.watch.opened(socket)
  return succeed({ socketId: socket.id })
}
