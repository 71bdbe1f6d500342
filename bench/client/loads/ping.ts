import { computePercentile } from '../../report/statistics.ts'
import { makePattern } from '../../server/pattern.ts'
import { connect } from '../connect.ts'
import type { Span } from '../span.ts'

const size = 64

export interface RoundTrips {
  readonly p50: number
  readonly p99: number
}

/** Sends a message when the one before has come back, until the end; returns each round trip in microseconds. */
async function collect(port: number, { warmUp, duration }: Span): Promise<number[]> {
  const message = Buffer.from(makePattern(size))
  const times: number[] = []
  let received = Buffer.alloc(0)
  let finish = (_error?: Error): void => {}
  const finished = new Promise<void>((resolve, reject) => {
    finish = (error) => (error === undefined ? resolve() : reject(error))
  })
  const peer = await connect(port, (data) => {
    received = Buffer.concat([received, data])
    if (received.length < size) return
    const now = performance.now()
    if (!received.equals(message)) finish(new Error('wrong bytes have come back'))
    if (before >= started + warmUp) times.push((now - before) * 1000)
    if (now >= started + warmUp + duration) finish()
    else send()
  })
  const started = performance.now()
  let before = started
  const send = (): void => {
    received = received.subarray(0, 0)
    before = performance.now()
    peer.socket.write(message)
  }
  peer.closed.then(() => finish(new Error('the connection was closed')), finish)
  send()
  await finished.finally(() => peer.socket.destroy())
  return times
}

export async function ping(port: number, span: Span): Promise<RoundTrips> {
  const times = await collect(port, span)
  return { p50: computePercentile(times, 50), p99: computePercentile(times, 99) }
}
