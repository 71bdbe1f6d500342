import type { Sockets, UdpSocketRenderer } from '@foxglove/electron-socket/renderer'
import type { DatagramHost } from '../../server/datagrams/datagram-host.ts'

/** The UDP socket of @foxglove/electron-socket. */
export function makeDatagramHost(sockets: Sockets): DatagramHost<Uint8Array> {
  let socket: UdpSocketRenderer | undefined
  return {
    bind: async (receive) => {
      socket = await sockets.createUdpSocket()
      socket.on('message', (data, { port }) => receive(data, port))
      await socket.bind({ port: 0, address: '127.0.0.1' })
      return (await socket.localAddress())?.port ?? 0
    },
    send: (data, port, sent) =>
      void socket?.send(data, 0, data.length, port, '127.0.0.1').then(() => sent(true)),
    // Neither this nor close() is ever answered.
    close: async () => void socket?.dispose(),
  }
}
