import type net from 'node:net'
import { formatAddress } from './address.ts'

/** Both ends of a connection; kept, because the system forgets them when the connection breaks. */
export interface Endpoints {
  readonly localAddress: string
  readonly localPort: number
  readonly peerAddress: string
  readonly peerPort: number
}

export function readEndpoints(socket: net.Socket): Endpoints {
  return {
    localAddress: formatAddress(socket.localAddress ?? ''),
    localPort: socket.localPort ?? 0,
    peerAddress: formatAddress(socket.remoteAddress ?? ''),
    peerPort: socket.remotePort ?? 0,
  }
}
