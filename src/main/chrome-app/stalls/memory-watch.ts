import type { Machine } from './machine.ts'
import type { Questions } from './questions.ts'
import { Weighing } from './weighing.ts'
import type { Moment } from './weighing.ts'

/** MiB of the main process's memory. */
const sizes = {
  /** That it takes more than before, until it is looked who makes it take so much; twice as much after each time that it was nobody. */
  first: 16,
  last: 128,
}

/** Milliseconds. */
const times = {
  /** That is grown slowly which is grown in longer than that. */
  period: 10_000,
  moment: 5,
  /** A main process that is not at rest after so long is busy with its own. */
  longest: 700,
}

/** At a time: all who compute wait for the end of it. */
const mostWeighed = 4

/**
 * What pages begin is kept by the main process until they end it or go, and then it takes as long again as to begin it,
 * all at once. So when its memory grows those guests who compute do so for moments, one after the other, and who fills it is
 * ended. Pages of apps are not: they may begin much themselves, as guests and windows.
 */
export class MemoryWatch {
  readonly #machine: Machine
  readonly #questions: Questions
  readonly #stopped: Set<number>
  #step = sizes.first
  #base: number
  #since: number

  /** `stopped` has who is stopped. */
  constructor(machine: Machine, questions: Questions, stopped: Set<number>) {
    this.#machine = machine
    this.#questions = questions
    this.#stopped = stopped
    this.#base = this.#readHeld()
    this.#since = machine.now()
  }

  /** Who is stopped before is stopped afterwards, or has ended. */
  look(): void {
    const held = this.#readHeld()
    this.#base = Math.min(this.#base, held)
    if (held > this.#base + this.#step) {
      const hasEnded = this.#judgeAll()
      this.#step = hasEnded ? sizes.first : Math.min(this.#step * 2, sizes.last)
      this.#begin(hasEnded ? this.#readHeld() : held)
    } else if (this.#machine.now() - this.#since > times.period) {
      this.#step = sizes.first
      this.#begin(held)
    }
  }

  #begin(held: number): void {
    this.#base = held
    this.#since = this.#machine.now()
  }

  /** Returns whether somebody was ended. */
  #judgeAll(): boolean {
    const { end, resume } = this.#machine
    const before = new Set(this.#stopped)
    this.#questions.stopWhoComputes()
    const guests = [...this.#stopped].filter((pid) => this.#machine.isGuest(pid))
    const hasRested = guests.length > 0 && this.#questions.rest({ longest: times.longest }) !== undefined
    const pids = hasRested ? guests.slice(0, mostWeighed) : []
    const guilty = pids.filter((pid) => this.#fills(pid))
    for (const pid of guilty) if (this.#stopped.delete(pid)) end(pid)
    for (const pid of this.#stopped) {
      if (before.has(pid)) continue
      this.#stopped.delete(pid)
      resume(pid)
    }
    return guilty.length > 0
  }

  #fills(pid: number): boolean {
    const { resume, stop } = this.#machine
    const weighing = new Weighing()
    for (let fills: boolean | undefined; this.#stopped.has(pid);) {
      resume(pid)
      const made = this.#measure(() => stop(pid))
      fills = weighing.hear(made, () => this.#measure())
      if (fills !== undefined) return fills
    }
    return false
  }

  /** What comes of a moment until the main process is at rest. */
  #measure(end?: () => void): Moment {
    const { readMainHeap, readMainLoad, readMainMemory, sleep } = this.#machine
    const read = () => ({ load: readMainLoad(), memory: readMainMemory(), heap: readMainHeap() })
    const before = read()
    sleep(times.moment)
    end?.()
    if (this.#questions.rest({ longest: times.longest }) === undefined) return { computed: 0, grown: 0 }
    const after = read()
    // What scripts have given back the system need not have again.
    const grown = after.memory - before.memory - Math.max(0, after.heap - before.heap)
    return { computed: after.load - before.load, grown }
  }

  /** What its scripts hold, and will be collected, is not a page's. */
  #readHeld(): number {
    const { readMainHeap, readMainMemory } = this.#machine
    return readMainMemory() - readMainHeap()
  }
}
