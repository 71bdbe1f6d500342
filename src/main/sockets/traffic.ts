import type net from 'node:net'
import type { ReceivePump } from './receive-pump.ts'

/** What a connection has carried, and what it has yet to carry, in bytes. */
export interface Traffic {
  readonly bytesReceived: number
  readonly bytesSent: number
  /** Given to `send`, and not yet taken by the system. */
  readonly bytesQueued: number
  /** Received, and not yet handed on. */
  readonly bytesWaiting: number
}

export const noTraffic: Traffic = { bytesReceived: 0, bytesSent: 0, bytesQueued: 0, bytesWaiting: 0 }

/** From the counters that Node keeps anyway. */
export function readTraffic(socket: net.Socket, pump?: ReceivePump): Traffic {
  const { bytesRead, bytesWritten, readableLength, writableLength } = socket
  return {
    bytesReceived: bytesRead,
    bytesSent: bytesWritten - writableLength,
    bytesQueued: writableLength,
    bytesWaiting: readableLength + (pump?.waitingBytes ?? 0),
  }
}
