import type { Machine } from './machine.ts'
import type { Questions } from './questions.ts'

/** MiB of the main process's memory. */
const sizes = {
  /** That it takes more than before, until it is looked who makes it take so much; twice as much after each time that it was nobody. */
  first: 16,
  last: 128,
  /** That stays of all moments of a page, until it is ended. */
  most: 4,
}

/** Milliseconds. */
const times = {
  /** That is grown slowly which is grown in longer than that. */
  period: 10_000,
  moment: 5,
  /** A main process that is not at rest after so long is busy with its own. */
  longest: 700,
  /** That the main process's first thread computes for a moment of a page which fills it, in the mean: not so where bytes are kept, as blobs are. */
  computed: 2,
}

/**
 * MiB that stay for each millisecond that the first thread computes: of workers that are begun and ended at once 0.25 and
 * more, of frames 0.03 to 0.1.
 */
const [little, much] = [0.1, 0.15]

/** Fewer do not make a page guilty, in one of them may be what is sent at once and taken soon; and so many are enough to see it. */
const [fewestMoments, mostMoments] = [3, 5]

/** At a time: all who compute wait for the end of it. */
const mostWeighed = 4

/**
 * What pages begin is kept by the main process until they end it or go, and then it takes as long again as to begin it,
 * all at once. So when its memory grows those who compute do so for moments, one after the other, and who fills it is ended.
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
    const pids =
      this.#questions.rest({ longest: times.longest }) === undefined
        ? []
        : [...this.#stopped].slice(0, mostWeighed)
    const guilty = pids.filter((pid) => this.#fills(pid))
    for (const pid of this.#stopped) {
      const isGuilty = guilty.includes(pid)
      if (isGuilty) end(pid)
      else if (!before.has(pid)) resume(pid)
      if (isGuilty || !before.has(pid)) this.#stopped.delete(pid)
    }
    return guilty.length > 0
  }

  #fills(pid: number): boolean {
    const { resume, stop } = this.#machine
    for (let kept = 0, computed = 0, moments = 1; this.#stopped.has(pid); moments += 1) {
      resume(pid)
      const made = this.#measure(() => stop(pid))
      if (made.computed < times.computed && moments === 1) return false
      // What the main process does by itself is nobody's, and when it gives memory back that says nothing.
      const own = this.#measure()
      if (made.grown < 0 && moments < mostMoments) continue
      computed += made.computed - own.computed
      kept += made.grown - Math.max(0, own.grown)
      if (computed < times.computed) return false
      if (moments > 1 && kept < computed * little) return false
      if (moments >= fewestMoments && kept >= Math.max(sizes.most, computed * much)) return true
      if (moments >= mostMoments && kept < computed * much) return false
    }
    return false
  }

  /** What comes of a moment until the main process is at rest. */
  #measure(end?: () => void): { readonly computed: number; readonly grown: number } {
    const { readMainLoad, sleep } = this.#machine
    const [thread, held] = [readMainLoad(), this.#readHeld()]
    sleep(times.moment)
    end?.()
    if (this.#questions.rest({ longest: times.longest }) === undefined) return { computed: 0, grown: 0 }
    return { computed: readMainLoad() - thread, grown: this.#readHeld() - held }
  }

  /** What its scripts hold, and will be collected, is not a page's. */
  #readHeld(): number {
    const { readMainHeap, readMainMemory } = this.#machine
    return readMainMemory() - readMainHeap()
  }
}
