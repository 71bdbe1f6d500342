import type { AnyMethodName } from '../../renderer-types/wire.ts'
import type { Item } from './parse-message.ts'

/** Milliseconds that a call is about to take which answers later: it does most of its work after the slice. */
const usual = 1 / 16
/** Of one that opens something: most of it is what comes of a failure. */
const opening = 1 / 2

const openers = new Set<AnyMethodName>([
  'socket.bind',
  'socket.connect',
  'socket.listen',
  'socket.secure',
  'tcp.connect',
  'tcp.secure',
  'tcpServer.listen',
  'udp.bind',
])

/** Milliseconds that an item will take which goes on by itself. */
export function estimateTime(item: Item): number {
  return item.kind === 'call' && openers.has(item.method) ? opening : usual
}
