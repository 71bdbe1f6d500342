import type { TcpServerSocket } from './tcp-server-socket.ts'
import type { TcpSocket } from './tcp-socket.ts'
import type { UdpSocket } from './udp-socket.ts'

/** A socket of whichever API. */
export type AnySocket = TcpSocket | TcpServerSocket | UdpSocket
