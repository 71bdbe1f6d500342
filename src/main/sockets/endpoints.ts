import type net from 'node:net'
import { formatAddress } from './format-address.ts'

export interface LocalEndpoint {
  readonly localAddress: string
  readonly localPort: number
}

/** Both ends of a connection. */
export interface Endpoints extends LocalEndpoint {
  readonly peerAddress: string
  readonly peerPort: number
}

/** One object for all clients: there may be ten thousand. */
const nothing: Partial<Endpoints> = {}

const anyAddress: ReadonlySet<string> = new Set(['0.0.0.0', '::'])

/** What a listener knows of the ends of its clients: its own address, unless that is any. */
export function shareEndpoint(listener: LocalEndpoint): Partial<Endpoints> {
  return anyAddress.has(listener.localAddress) ? nothing : listener
}

/** What is not known is asked for. Node keeps the answers: the system forgets them when the connection breaks. */
export function readEndpoints(socket: net.Socket, known: Partial<Endpoints> = {}): Endpoints {
  return {
    localAddress: known.localAddress ?? formatAddress(socket.localAddress ?? ''),
    localPort: known.localPort ?? socket.localPort ?? 0,
    peerAddress: known.peerAddress ?? formatAddress(socket.remoteAddress ?? ''),
    peerPort: known.peerPort ?? socket.remotePort ?? 0,
  }
}
