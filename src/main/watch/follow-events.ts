import type { SocketEventEmitter } from '../types.ts'
import type { DebugLog } from './debug-log.ts'
import { describeEnds, describeFailure, describeRefusal, nameSocket } from './describe.ts'

/** Writes what happens to an app's sockets. */
export function followEvents(events: SocketEventEmitter, log: DebugLog): void {
  events.on('opened', (socket) => log.say(() => `opened ${nameSocket(socket)}`))
  events.on('accepted', (client, server) =>
    log.say(() => `accepted ${nameSocket(client)} by ${nameSocket(server)}: ${describeEnds(client)}`),
  )
  events.on('closed', (socket) =>
    log.say(() => {
      const { bytesReceived, bytesSent } = socket
      return `closed ${nameSocket(socket)}: ${bytesReceived} bytes received, ${bytesSent} sent`
    }),
  )
  events.on('error', (failure) => log.say(() => `failed ${describeFailure(failure)}`))
  events.on('refused', (refusal) => log.say(() => `refused ${describeRefusal(refusal)}`))
}
