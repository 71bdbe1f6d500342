import type { SocketReport } from '../types.ts'
import { nameSocket } from '../watch/describe.ts'
import type { Row } from './snapshot.ts'

interface Figures {
  readonly received: number
  readonly sent: number
}

const zero: Figures = { received: 0, sent: 0 }

function keyOf(report: SocketReport): string {
  const { localPort, peerPort, state } = report
  const key = nameSocket(report)
  // The socket may be connected again while its old connection still sends.
  return state === 'closing' ? `${key} ${localPort} ${peerPort}` : key
}

function add(one: Figures, other: Figures): Figures {
  return { received: one.received + other.received, sent: one.sent + other.sent }
}

export type Rated = Omit<Row, 'waits'>

export interface Measured {
  readonly rows: Rated[]
  readonly receiving: number
  readonly sending: number
}

/** Makes rates of the figures that sockets count. */
export class Meter {
  #known = new Map<string, Figures>()
  #closed = zero
  #since: number | undefined

  /** `now` in milliseconds. */
  measure(reports: readonly SocketReport[], now: number): Measured {
    const seconds = this.#since === undefined ? Infinity : Math.max(0.001, (now - this.#since) / 1000)
    const known = new Map<string, Figures>()
    let total = this.#closed
    const rows = reports.map((report): Rated => {
      const key = keyOf(report)
      const carried = this.#count(key, report)
      known.set(key, { received: report.bytesReceived, sent: report.bytesSent })
      total = add(total, carried)
      return { ...report, key, receiving: carried.received / seconds, sending: carried.sent / seconds }
    })
    this.#known = known
    this.#closed = zero
    this.#since = now
    return { rows, receiving: total.received / seconds, sending: total.sent / seconds }
  }

  /** What a socket has carried since it was measured last counts, too. */
  noteClosed(report: SocketReport): void {
    const key = keyOf(report)
    this.#closed = add(this.#closed, this.#count(key, report))
    this.#known.delete(key)
  }

  /** Since the last time. The figures of a socket that was connected anew begin at 0. */
  #count(key: string, { bytesReceived, bytesSent, state }: SocketReport): Figures {
    const before = this.#known.get(key)
    // What a closed socket had carried when it was closed is counted already.
    if (before === undefined && state === 'closing') return zero
    const { received, sent } = before ?? zero
    return {
      received: bytesReceived < received ? bytesReceived : bytesReceived - received,
      sent: bytesSent < sent ? bytesSent : bytesSent - sent,
    }
  }
}
