import type { App } from '../app/app.ts'
import type { Outcome } from '../outcome.ts'
import { succeed, tooManySockets } from '../outcome.ts'
import type { AnySocket } from '../sockets/any-socket.ts'
import type { SocketProperties } from '../sockets/base-socket.ts'

/** What `update` is, in all three APIs. */
export function updateSocket(app: App, socket: AnySocket, properties: SocketProperties): Outcome<undefined> {
  const { name = socket.name } = properties
  // Less than nothing where the name gets shorter.
  if (!app.names.take(name.length - socket.name.length)) return tooManySockets
  socket.update(properties)
  return succeed()
}
