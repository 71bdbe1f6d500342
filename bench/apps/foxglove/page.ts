import type { TcpServerRenderer, TcpSocketRenderer } from '@foxglove/electron-socket/renderer'
import { Sockets } from '@foxglove/electron-socket/renderer'
import { makeServerApi } from '../../server/server-api.ts'
import type { SocketEvents, SocketHost } from '../../server/socket-host.ts'
import { makeDatagramHost } from './datagram-host.ts'

type Events = SocketEvents<TcpSocketRenderer, Uint8Array>

function listenTo(socket: TcpSocketRenderer, events: Events): void {
  events.accept(socket)
  socket.on('data', (data) => events.receive(socket, data))
  socket.on('close', () => events.end(socket))
}

async function makeHost(): Promise<SocketHost<TcpSocketRenderer, Uint8Array>> {
  const sockets = await Sockets.Create()
  let server: TcpServerRenderer | undefined
  return {
    listen: async (events) => {
      server = await sockets.createServer()
      server.on('connection', (socket) => listenTo(socket, events))
      await server.listen(0, '127.0.0.1')
      return (await server.address())?.port ?? 0
    },
    send: (connection, data, sent) => void connection.write(data).then(() => sent(true)),
    // close() alone would leave the socket's port and its entry in the preload script behind.
    close: (connection) => void connection.dispose(),
    stop: async () => void server?.close(),
    datagrams: makeDatagramHost(sockets),
    toData: (bytes) => bytes,
    toBytes: (data) => data,
  }
}

Object.assign(globalThis, { bench: makeHost().then(makeServerApi) })
