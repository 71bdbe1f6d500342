import { setTimeout as sleep } from 'node:timers/promises'

/** Milliseconds: nothing is counted during the warm-up. */
export interface Span {
  readonly warmUp: number
  readonly duration: number
}

/** Reads a counter after the warm-up and at the end; returns its growth in a second. */
export async function measureRate({ warmUp, duration }: Span, read: () => number): Promise<number> {
  await sleep(warmUp)
  const started = performance.now()
  const before = read()
  await sleep(duration)
  return ((read() - before) / (performance.now() - started)) * 1000
}
