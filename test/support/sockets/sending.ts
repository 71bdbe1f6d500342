import type { TcpSocket } from '../../../src/main/sockets/tcp-socket.ts'

/** What a send comes to: 0 or a net error. */
export function sendOn(socket: TcpSocket, data: Uint8Array): Promise<number> {
  return new Promise((resolve) => socket.send(data, resolve))
}
