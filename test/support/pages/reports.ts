import type { SocketReport } from '../../../src/main/types.ts'

/** A report of a connected socket, unless told otherwise. */
export function makeReport(some: Partial<SocketReport> = {}): SocketReport {
  return {
    appId: 'a'.repeat(32),
    namespace: 'tcp',
    socketId: 1,
    name: '',
    persistent: false,
    paused: false,
    state: 'connected',
    secured: false,
    bytesReceived: 0,
    bytesSent: 0,
    bytesQueued: 0,
    bytesWaiting: 0,
    heldConnections: 0,
    ...some,
  }
}
