import type { Scope } from '../apps/scope.ts'
import type { Outcome } from '../outcome.ts'
import { succeed, tooManySockets } from '../outcome.ts'
import type { TcpProperties } from '../sockets/tcp-socket.ts'
import type { AnySocket } from '../watch/report.ts'

/** What `update` is, in all three APIs; servers have no buffer size. */
export function updateSocket(scope: Scope, socket: AnySocket, properties: TcpProperties): Outcome<undefined> {
  const isDone = scope.names.rename(socket, properties.name, () => socket.update(properties))
  return isDone ? succeed() : tooManySockets
}
