import type { Row } from '../snapshot.ts'
import { formatBytes, formatCount } from './format.ts'

const obstacles: Readonly<Record<NonNullable<Row['obstacle']>, string>> = {
  paused: 'paused',
  noListener: 'nobody listens',
  pageBehind: 'page is behind',
  socketLimit: 'too many sockets',
}

/** What has come and is not handed on. */
function listArrived({ backlog, bytesWaiting, heldConnections }: Row): string[] {
  const arrived: string[] = []
  if (heldConnections > 0) {
    const clients = heldConnections === 1 ? 'client' : 'clients'
    const isFull = backlog !== undefined && heldConnections >= backlog
    arrived.push(`${formatCount(heldConnections)} ${clients}${isFull ? ' (backlog is full)' : ''}`)
  }
  if (bytesWaiting > 0) arrived.push(formatBytes(bytesWaiting))
  return arrived
}

/** What waits, and why; where nothing does, what is in its way. */
export function explainWaiting(row: Row): string {
  const parts: string[] = []
  const reason = row.obstacle === undefined ? '' : obstacles[row.obstacle]
  const arrived = [...listArrived(row), reason].filter((part) => part !== '').join(': ')
  if (arrived !== '') parts.push(arrived)
  if (row.bytesQueued > 0) parts.push(`${formatBytes(row.bytesQueued)} to send: peer is behind`)
  return parts.join(', ')
}
