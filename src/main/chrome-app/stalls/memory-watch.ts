import { Loads } from './loads.ts'
import type { Machine } from './machine.ts'
import type { Questions } from './questions.ts'
import { Weighing } from './weighing.ts'
import type { Moment } from './weighing.ts'

/**
 * MiB that the main process takes more than before, until it is looked who makes it take so much; each is for the next
 * time, after it was nobody. What it had to spare may have hidden it the first time.
 */
const steps = [16, 16, 32, 64, 128] as const

/** Milliseconds. */
const times = {
  /** That is grown slowly which is grown in longer than that. */
  period: 10_000,
  moment: 5,
  /** A process that others keep from computing for so much of a moment has more of them. */
  part: 2.5,
  /** A main process that is not at rest after so long is busy with its own, and goes on with that. */
  longest: 400,
  busy: 1600,
  /** Whoever has computed less while the memory grew has not filled it. */
  least: 10,
}

/** More moments than that are none. */
const mostMoments = 4

/** MiB that all suspects keep together in so many moments, from which on each is looked at. */
const [suspicious, firstMoments] = [0.5, 2]

/** At a time: all who compute wait for the end of it. */
const mostWeighed = 4

/**
 * What pages begin is kept by the main process until they end it or go, and then it takes as long again as to begin it,
 * all at once. So when its memory has grown those guests who have computed meanwhile do so for moments, one after the other,
 * and who fills it is ended. Pages of apps are not: they may begin much themselves, as guests and windows.
 */
export class MemoryWatch {
  readonly #machine: Machine
  readonly #questions: Questions
  readonly #stopped: Set<number>
  #step = 0
  #base: number
  #since: number
  #loads: Loads
  #notBefore = -Infinity

  /** `stopped` has who is stopped. */
  constructor(machine: Machine, questions: Questions, stopped: Set<number>) {
    this.#machine = machine
    this.#questions = questions
    this.#stopped = stopped
    this.#base = this.#readHeld()
    this.#since = machine.now()
    this.#loads = new Loads(machine)
  }

  /** Who is stopped before is stopped afterwards, or has ended. Returns whether it was looked who fills the main process. */
  look(): boolean {
    const held = this.#readHeld()
    this.#base = Math.min(this.#base, held)
    if (this.#machine.now() < this.#notBefore) return false
    const isMuch = held > this.#base + (steps[this.#step] ?? 0)
    if (isMuch) {
      const hasEnded = this.#judgeAll()
      this.#step = hasEnded ? 0 : Math.min(this.#step + 1, steps.length - 1)
      this.#begin(hasEnded ? this.#readHeld() : held)
    } else if (this.#machine.now() - this.#since > times.period) {
      this.#step = 0
      this.#begin(held)
    }
    return isMuch
  }

  #begin(held: number): void {
    this.#base = held
    this.#since = this.#machine.now()
    this.#loads = new Loads(this.#machine)
  }

  /** Returns whether somebody was ended. */
  #judgeAll(): boolean {
    const { end, resume } = this.#machine
    const suspects = this.#findSuspects()
    if (suspects.length === 0) return false
    const before = new Set(this.#stopped)
    this.#questions.stopWhoComputes()
    for (const pid of suspects) if (this.#machine.stop(pid)) this.#stopped.add(pid)
    const isSuspicious = this.#rest() && this.#keepMuch(suspects)
    const guilty = isSuspicious ? suspects.filter((pid) => this.#fills(pid)) : []
    for (const pid of guilty) if (this.#stopped.delete(pid)) end(pid)
    for (const pid of this.#stopped) {
      if (before.has(pid)) continue
      this.#stopped.delete(pid)
      resume(pid)
    }
    return guilty.length > 0
  }

  /** Guests who have computed while the memory grew. */
  #findSuspects(): readonly number[] {
    return this.#loads
      .readSince()
      .filter(({ pid, time }) => time >= times.least && this.#machine.isGuest(pid))
      .slice(0, mostWeighed)
      .map(({ pid }) => pid)
  }

  #rest(): boolean {
    const hasRested = this.#questions.rest({ longest: times.longest, isIdle: true }) !== undefined
    if (!hasRested) this.#notBefore = this.#machine.now() + times.busy
    return hasRested
  }

  /** All together: mostly nobody fills it, and that is seen soon. */
  #keepMuch(pids: readonly number[]): boolean {
    let kept = 0
    for (let i = 0; i < firstMoments; i += 1)
      kept += Math.max(0, this.#measure(() => this.#letCompute(pids)).grown)
    return kept >= suspicious
  }

  #fills(pid: number): boolean {
    const weighing = new Weighing()
    for (let fills: boolean | undefined; this.#stopped.has(pid);) {
      const made = this.#measure(() => this.#letCompute([pid]))
      fills = weighing.hear(made, () => this.#measure(() => this.#machine.sleep(times.moment)))
      if (fills !== undefined) return fills
    }
    return false
  }

  /** Until they have, or the main process has for them: what threads beside the first compute is counted roughly. */
  #letCompute(suspects: readonly number[]): void {
    const { readMainLoad, resume, sleep, stop } = this.#machine
    // While the main process waited all were resumed: nobody would resume them once more.
    const pids = suspects.filter((pid) => this.#stopped.has(pid))
    const loads = new Loads(this.#machine, pids)
    const before = readMainLoad()
    const hasComputed = () =>
      readMainLoad() - before >= times.part || pids.every((pid) => loads.measure(pid) >= times.part)
    for (let i = 0; i < mostMoments && !hasComputed(); i += 1) {
      for (const pid of pids) resume(pid)
      sleep(times.moment)
      for (const pid of pids) stop(pid)
    }
  }

  /** What comes of that until the main process is at rest. */
  #measure(happen: () => void): Moment {
    const { readMainHeap, readMainLoad, readMainMemory } = this.#machine
    const read = () => ({ load: readMainLoad(), memory: readMainMemory(), heap: readMainHeap() })
    const before = read()
    happen()
    if (!this.#rest()) return { computed: 0, grown: 0 }
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
