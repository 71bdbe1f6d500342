import dgram from 'node:dgram'
import { once } from 'node:events'
import type { DatagramHost } from '../../server/datagrams/datagram-host.ts'

/** Node's own UDP socket, without any page. */
export function makeDgramHost(): DatagramHost<Uint8Array> {
  let socket: dgram.Socket | undefined
  return {
    bind: async (receive) => {
      socket = dgram.createSocket('udp4', (data, { port }) => receive(data, port))
      socket.bind(0, '127.0.0.1')
      await once(socket, 'listening')
      return socket.address().port
    },
    // Node calls back before it looks at anything else: who goes on sending from there keeps it from everything.
    send: (data, port, sent) =>
      socket?.send(data, port, '127.0.0.1', (error) => setImmediate(sent, error === null)),
    close: async () => void socket?.close(),
  }
}
