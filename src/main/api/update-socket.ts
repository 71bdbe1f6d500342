import type { App } from '../app/app.ts'
import type { Outcome } from '../outcome.ts'
import { succeed, tooManySockets } from '../outcome.ts'
import type { TcpProperties } from '../sockets/tcp-socket.ts'
import type { AnySocket } from '../watch/report.ts'

/** What `update` is, in all three APIs; servers have no buffer size. */
export function updateSocket(app: App, socket: AnySocket, properties: TcpProperties): Outcome<undefined> {
  const { name = socket.name } = properties
  // Less than nothing where the name gets shorter.
  if (!app.names.take(name.length - socket.name.length)) return tooManySockets
  socket.update(properties)
  return succeed()
}
