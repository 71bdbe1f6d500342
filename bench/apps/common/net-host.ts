import net from 'node:net'
import { once } from 'node:events'
import type { SocketHost } from '../../server/socket-host.ts'

/** Node's own sockets, without any page. */
export function makeNetHost(): SocketHost<net.Socket, Uint8Array> {
  let server: net.Server | undefined
  return {
    listen: async (events) => {
      server = net.createServer({ noDelay: true }, (socket) => {
        events.accept(socket)
        socket.on('data', (data) => events.receive(socket, data))
        socket.on('close', () => events.end(socket))
        socket.on('error', () => {})
      })
      server.listen(0, '127.0.0.1')
      await once(server, 'listening')
      return (server.address() as net.AddressInfo).port
    },
    send: (connection, data, sent) => void connection.write(data, (error) => sent(!error)),
    close: (connection) => void connection.destroy(),
    stop: async () => void server?.close(),
    toData: (bytes) => bytes,
    toBytes: (data) => data,
  }
}
