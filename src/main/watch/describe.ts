import type { Refusal, SocketFailure, SocketReport } from '../types.ts'

function joinAddress(address = '', port = 0): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`
}

export function nameSocket({
  namespace,
  old,
  socketId,
}: Pick<SocketReport, 'namespace' | 'old' | 'socketId'>): string {
  return `${old === true ? 'old ' : ''}${namespace} ${socketId}`
}

/** Both ends of a socket, as far as there are any: `127.0.0.1:80 - 127.0.0.1:50123`. */
export function describeEnds({ localAddress, localPort, peerAddress, peerPort }: SocketReport): string {
  const ends = []
  if (localPort !== undefined) ends.push(joinAddress(localAddress, localPort))
  if (peerPort !== undefined) ends.push(joinAddress(peerAddress, peerPort))
  return ends.join(' - ')
}

export function describeFailure({ message, operation, socket }: SocketFailure): string {
  return `${nameSocket(socket)}: ${operation}: ${message}`
}

export function describeRefusal(refusal: Refusal): string {
  if (refusal.reason === 'connection') {
    const { peerAddress, peerPort, socket } = refusal
    const isFull = socket.backlog !== undefined && socket.heldConnections >= socket.backlog
    const reason = isFull ? `${socket.heldConnections} wait already` : 'there are too many sockets'
    return `${nameSocket(socket)}: client ${joinAddress(peerAddress, peerPort)} was reset: ${reason}`
  }
  if (refusal.reason !== 'permission') return refusal.message
  const { count, host, method, port, socketId } = refusal
  const target = host === undefined ? '' : ` of ${joinAddress(host, port)}`
  const others = count > 1 ? ` (and ${count - 1} more)` : ''
  return `${method}${target}, socket ${socketId}: not permitted${others}`
}
