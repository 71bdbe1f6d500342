import { once } from 'node:events'
import net from 'node:net'
import tls from 'node:tls'
import type { SocketEvents, SocketHost } from '../../server/socket-host.ts'
import { makeDgramHost } from './dgram-host.ts'

type Events = SocketEvents<net.Socket, Uint8Array>

function add(socket: net.Socket, events: Events): void {
  events.accept(socket)
  socket.on('data', (data) => events.receive(socket, data))
  socket.on('close', () => events.end(socket))
  socket.on('error', () => {})
}

/** Node's own sockets, without any page. */
export function makeNetHost(): SocketHost<net.Socket, Uint8Array> {
  let server: net.Server | undefined
  return {
    listen: async (events) => {
      server = net.createServer({ noDelay: true }, (socket) => add(socket, events))
      server.listen(0, '127.0.0.1')
      await once(server, 'listening')
      return (server.address() as net.AddressInfo).port
    },
    connectSecurely: async (port, events) => {
      const socket = tls.connect({ port, host: '127.0.0.1' })
      await once(socket, 'secureConnect')
      add(socket.setNoDelay(true), events)
    },
    datagrams: makeDgramHost(),
    send: (connection, data, sent) => void connection.write(data, (error) => sent(!error)),
    close: (connection) => void connection.destroy(),
    stop: async () => void server?.close(),
    toData: (bytes) => bytes,
    toBytes: (data) => data,
  }
}
