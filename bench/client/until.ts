import { setTimeout as sleep } from 'node:timers/promises'

const tick = 5

/** Waits until a condition holds, or fails with what is missing. */
export async function until(limit: number, condition: () => boolean, missing: () => string): Promise<void> {
  for (const end = performance.now() + limit; performance.now() < end; await sleep(tick))
    if (condition()) return
  throw new Error(missing())
}
