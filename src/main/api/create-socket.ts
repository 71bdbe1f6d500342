import type { Scope } from '../app/scope.ts'
import type { Outcome } from '../outcome.ts'
import { succeed, tooManySockets } from '../outcome.ts'
import type { SocketTable } from '../sockets/socket-table.ts'
import type { TcpProperties } from '../sockets/tcp-socket.ts'
import type { AnySocket } from '../watch/report.ts'
import { updateSocket } from './update-socket.ts'

/** What `create` is, in all three APIs. */
export function createSocket<S extends AnySocket>(
  scope: Scope,
  table: SocketTable<S>,
  properties: TcpProperties,
  make: (id: number) => S,
): Outcome<{ socketId: number }> {
  const { name = '' } = properties
  if (!scope.names.hasRoomFor(name.length)) return tooManySockets
  const socket = table.add(make)
  if (socket === undefined) return tooManySockets
  updateSocket(scope, socket, properties)
  scope.watch.opened(socket)
  return succeed({ socketId: socket.id })
}
