import { describeNetError, netErrors } from '../../renderer-types/net-errors.ts'
import type { App } from '../app/app.ts'
import type { Outcome } from '../outcome.ts'
import { fail, succeed, tooManySockets } from '../outcome.ts'
import type { AnySocket } from '../sockets/any-socket.ts'
import type { SocketProperties } from '../sockets/base-socket.ts'

/** Characters of one name. Chrome has no limit, but its names do not lie in the process of other apps. */
const maxName = 4096

/** What there is to say against a name that takes the place of another one. */
export function refuseName(app: App, name: string, before: string): Outcome<never> | undefined {
  if (name.length > maxName) return fail(describeNetError(netErrors.ERR_INVALID_ARGUMENT))
  return app.names.hasRoomFor(name.length - before.length) ? undefined : tooManySockets
}

/** What `update` is, in all three APIs. */
export function updateSocket(app: App, socket: AnySocket, properties: SocketProperties): Outcome<undefined> {
  const { name = socket.name } = properties
  const refusal = refuseName(app, name, socket.name)
  if (refusal !== undefined) return refusal
  // Less than nothing where the name gets shorter.
  app.names.take(name.length - socket.name.length)
  socket.update(properties)
  return succeed()
}
