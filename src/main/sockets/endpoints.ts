import type net from 'node:net'
import { formatAddress } from './address.ts'

export interface LocalEndpoint {
  readonly localAddress: string
  readonly localPort: number
}

/** Both ends of a connection; kept, because the system forgets them when the connection breaks. */
export interface Endpoints extends LocalEndpoint {
  readonly peerAddress: string
  readonly peerPort: number
}

const anyAddress: ReadonlySet<string> = new Set(['0.0.0.0', '::'])

function readLocal(socket: net.Socket): LocalEndpoint {
  return { localAddress: formatAddress(socket.localAddress ?? ''), localPort: socket.localPort ?? 0 }
}

/** `listener` is where an accepted connection was waited for: unless that is any address, it need not be asked for. */
export function readEndpoints(socket: net.Socket, listener?: LocalEndpoint): Endpoints {
  const isKnown = listener !== undefined && !anyAddress.has(listener.localAddress)
  const { localAddress, localPort } = isKnown ? listener : readLocal(socket)
  return {
    localAddress,
    localPort,
    peerAddress: formatAddress(socket.remoteAddress ?? ''),
    peerPort: socket.remotePort ?? 0,
  }
}
