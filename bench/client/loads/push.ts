import { setTimeout as sleep } from 'node:timers/promises'
import { blockSize } from '../../server/pattern.ts'
import { ByteStream } from '../byte-stream.ts'
import type { Open } from '../connect.ts'
import { failWhenClosed } from '../connect.ts'
import { Pushing } from '../pushing.ts'
import type { Span } from '../span.ts'
import { TotalReader } from '../totals.ts'
import { until } from '../until.ts'

const window = 8 * blockSize
const restLimit = 10_000

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

/** Sends on one connection as much as the server takes and finds right, by its own count; returns bytes a second. */
export async function push(open: Open, { warmUp, duration }: Span): Promise<number> {
  const reports: Report[] = [{ at: performance.now(), total: 0 }]
  const totals = new TotalReader()
  let pushing: Pushing | undefined
  const { socket, closed } = await open((data) => {
    if (!totals.read(data)) return
    reports.push({ at: performance.now(), total: totals.latest })
    pushing?.confirm(totals.latest)
  })
  const started = performance.now()
  const running = new Pushing(socket, new ByteStream(blockSize), 0, window)
  pushing = running
  const wanted = (): number => Math.floor(running.sent / blockSize) * blockSize
  const run = async (): Promise<number> => {
    await sleep(warmUp + duration)
    const ended = performance.now()
    running.stop()
    await until(
      restLimit,
      () => totals.latest >= wanted(),
      () => `${running.sent} bytes were sent, ${totals.latest} were received`,
    )
    return computeRate(reports, started + warmUp, ended)
  }
  const rate = await Promise.race([run(), failWhenClosed(closed)])
  socket.destroy()
  if (totals.latest > running.sent) throw new Error('more was received than sent')
  return rate
}
