/** A main process that watches its sockets. Compiled only, with old and new types of Node. */
import { installChromeSockets } from 'electron-chrome-sockets'
import type { SocketReport } from 'electron-chrome-sockets'

const { events } = installChromeSockets({ manifest: 'manifest.json' })
events.on('accepted', (client, server) => console.log(client.peerAddress, server.name))
events
  .once('closed', ({ bytesSent }) => console.log(bytesSent))
  .off('opened', (socket: SocketReport) => void socket)
events.on('refused', (refusal) => console.log(refusal.reason))
// @ts-expect-error There is no such event.
events.on('acepted', () => {})
console.log(events.listenerCount('error'), events.eventNames())
