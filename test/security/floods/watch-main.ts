import type { Cell } from './cell.ts'

interface Reading {
  /** Milliseconds since the begin. */
  readonly elapsed: number
  readonly longest: number
  readonly over: number
  /** When anything was heard of the page last. */
  readonly heard: number
  /** MiB. */
  readonly memory: number
  readonly ended: readonly string[]
  readonly outcome: string
  readonly log: readonly string[]
  readonly faults: readonly string[]
}

type Ask = (limit: number, method: string) => Promise<unknown>

interface Settings {
  /** Milliseconds that main is watched at least and at most. */
  readonly atLeast: number
  readonly limit: number
  readonly hasEnded: () => boolean
}

interface Watched {
  readonly cell: Cell
  readonly notes: readonly string[]
}

/** Milliseconds between two questions. */
const interval = 100

/** Milliseconds without a stall until main is at rest: all that a page has said is behind it when its answer is there, or the page has gone. */
const rest = { answered: 1000, unanswered: 7000 }

const silence: Reading = {
  elapsed: 0,
  longest: 0,
  over: 0,
  heard: 0,
  memory: 0,
  ended: [],
  outcome: '',
  log: [],
  faults: [],
}

function isAtRest({ elapsed, ended, heard, outcome, over }: Reading, atLeast: number): boolean {
  const calm = outcome !== '' || ended.length > 0 ? rest.answered : rest.unanswered
  return elapsed >= atLeast && elapsed - Math.max(over, heard) >= calm
}

const tell = ({ ended, faults, log, longest, memory, outcome, over, elapsed }: Reading): string[] =>
  [
    `${elapsed.toFixed()} ms: ${longest.toFixed()} ms at most, the last at ${over.toFixed()} ms, ${memory.toFixed()} MiB`,
    outcome || 'the page says nothing',
    ...ended.map((reason) => `a process of pages has gone: ${reason}`),
    ...log,
    ...faults,
  ].map((line) => line.slice(0, 200))

/** Asks main for figures until it is at rest, answers no more, has ended, or the time is over. */
export async function watchMain(
  ask: Ask,
  begin: () => Promise<unknown>,
  { atLeast, hasEnded, limit }: Settings,
): Promise<Watched> {
  const date = new Date().toISOString().slice(0, 10)
  const begun = performance.now()
  let [heard, reading] = [begun, silence]
  const isLate = (): boolean => performance.now() - begun >= limit
  try {
    await begin()
    while (!isLate() && !isAtRest(reading, atLeast)) {
      await new Promise((resolve) => {
        setTimeout(resolve, interval)
      })
      reading = (await ask(Math.max(0, begun + limit - performance.now()), 'read')) as Reading
      heard = performance.now()
    }
  } catch (error) {
    const unanswered = performance.now() - heard
    const ended = hasEnded() ? { ended: 'main' as const } : {}
    const cell = {
      date,
      stall: Math.round(Math.max(reading.longest, unanswered)),
      // It has had a longer stall, which was over.
      answers: reading.longest > unanswered,
      limit,
      memory: Math.round(reading.memory),
      ...ended,
    }
    return { cell, notes: [...tell(reading), String(error)] }
  }
  const gone = reading.ended.some((reason) => reason !== 'clean-exit')
  const cell = {
    date,
    stall: Math.round(reading.longest),
    answers: true,
    ...(isAtRest(reading, atLeast) ? { over: Math.round(reading.over) } : {}),
    limit,
    memory: Math.round(reading.memory),
    ...(gone ? { ended: 'page' as const } : {}),
  }
  return { cell, notes: tell(reading) }
}
