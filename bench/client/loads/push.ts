import { setTimeout as sleep } from 'node:timers/promises'
import { blockSize } from '../../server/pattern.ts'
import { ByteStream } from '../byte-stream.ts'
import { connect } from '../connect.ts'
import { Pushing } from '../pushing.ts'
import type { Span } from '../span.ts'
import { until } from '../until.ts'

const window = 8 * blockSize
const restLimit = 10_000
const reportSize = 8

interface Report {
  readonly at: number
  readonly total: number
}

/** The rate between the last report of the warm-up and the last one of all; where that is none, until the rest is read. */
function computeRate(reports: readonly Report[], warmedUp: number, ended: number): number {
  const first = reports.findLast(({ at }) => at <= warmedUp)
  const last = reports.findLast(({ at }) => at <= ended)
  const latest = reports.at(-1)
  const end = last === undefined || last === first ? latest : last
  if (first === undefined || end === undefined || end === first)
    throw new Error('the server has reported nothing')
  return ((end.total - first.total) / (end.at - first.at)) * 1000
}

/** Sends on one connection as much as the server takes, by its own count; returns bytes a second. */
export async function push(port: number, span: Span): Promise<number> {
  const reports: Report[] = [{ at: performance.now(), total: 0 }]
  let unread = Buffer.alloc(0)
  let pushing: Pushing | undefined
  const peer = await connect(port, (data) => {
    unread = Buffer.concat([unread, data])
    for (; unread.length >= reportSize; unread = unread.subarray(reportSize)) {
      const total = unread.readDoubleLE(0)
      reports.push({ at: performance.now(), total })
      pushing?.confirm(total)
    }
  })
  const warmedUp = performance.now() + span.warmUp
  const running = new Pushing(peer.socket, new ByteStream(blockSize), 0, window)
  pushing = running
  const taken = (): number => reports.at(-1)?.total ?? 0
  const wanted = (): number => Math.floor(running.sent / blockSize) * blockSize
  await sleep(span.warmUp + span.duration)
  const ended = performance.now()
  running.stop()
  await until(
    restLimit,
    () => taken() >= wanted(),
    () => `${running.sent} bytes were sent, ${taken()} were received`,
  )
  peer.socket.destroy()
  if (taken() > running.sent) throw new Error('more was received than sent')
  return computeRate(reports, warmedUp, ended)
}
