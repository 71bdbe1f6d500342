import type { Machine } from './machine.ts'
import type { Questions } from './questions.ts'

/** MiB of the main process's memory. */
const sizes = {
  /** That it takes more than before, until it is looked who makes it take so much; twice as much after each time that it was nobody. */
  first: 16,
  last: 128,
  /** That stays of each moment of a page which fills it, */
  moment: 1,
  /** and of all such moments, until the page is ended. */
  most: 6,
}

/** Milliseconds. */
const times = {
  /** That is grown slowly which is grown in longer than that. */
  period: 10_000,
  moment: 10,
  /** The main process's first thread computes as long for such a moment: not so where bytes are kept, as blobs are. */
  computed: 5,
}

/** In fewer a page is not found guilty: what is sent at once and taken soon may be in one of them. */
const fewestMoments = 3

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
      this.#step = this.#endWhoFills() ? sizes.first : Math.min(this.#step * 2, sizes.last)
      this.#begin(this.#readHeld())
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
  #endWhoFills(): boolean {
    const { end, resume } = this.#machine
    const before = new Set(this.#stopped)
    this.#questions.stopWhoComputes()
    const guilty = this.#questions.rest() === undefined ? [] : this.#findWhoFills()
    for (const pid of this.#stopped) {
      const isGuilty = guilty.includes(pid)
      if (isGuilty) end(pid)
      else if (!before.has(pid)) resume(pid)
      if (isGuilty || !before.has(pid)) this.#stopped.delete(pid)
    }
    return guilty.length > 0
  }

  #findWhoFills(): readonly number[] {
    return [...this.#stopped].slice(0, mostWeighed).filter((pid) => this.#fills(pid))
  }

  #fills(pid: number): boolean {
    const { resume, stop } = this.#machine
    for (let kept = 0, moments = 0; kept < sizes.most || moments < fewestMoments; moments += 1) {
      resume(pid)
      const made = this.#measure(() => stop(pid))
      if (made.computed < times.computed || made.grown < sizes.moment) return false
      // The main process itself may be what grows.
      const beyond = made.grown - Math.max(0, this.#measure().grown)
      if (beyond < sizes.moment) return false
      kept += beyond
    }
    return true
  }

  /** What comes of a moment until the main process is at rest. */
  #measure(end?: () => void): { readonly computed: number; readonly grown: number } {
    const { readMainThread, sleep } = this.#machine
    const [thread, held] = [readMainThread(), this.#readHeld()]
    sleep(times.moment)
    end?.()
    if (this.#questions.rest() === undefined) return { computed: 0, grown: 0 }
    return { computed: readMainThread() - thread, grown: this.#readHeld() - held }
  }

  /** What its scripts hold, and will be collected, is not a page's. */
  #readHeld(): number {
    const { readMainHeap, readMainMemory } = this.#machine
    return readMainMemory() - readMainHeap()
  }
}
