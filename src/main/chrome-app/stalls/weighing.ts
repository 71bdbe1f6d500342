/** What came of a moment: milliseconds that the main process's first thread computed, and MiB that stayed. */
export interface Moment {
  readonly computed: number
  readonly grown: number
}

/** Milliseconds that the main process's first thread computes for a page which fills it: not so where bytes are kept, as blobs are. */
const leastComputed = 2

/**
 * MiB that stay for each of these: of workers that are begun and ended at once 0.25 and more, of frames 0.03 to 0.1.
 */
const [little, much] = [0.1, 0.15]

/** MiB. */
const rough = 0.5

/** MiB that stay of all moments of a page that is guilty. */
const most = 4

/** Fewer guilty moments are none: in one may be what is sent at once and taken soon. And so many moments are enough to see it. */
const [fewestGuilty, mostMoments] = [3, 6]

/** Whether a process fills the main process, by moments in which it computes alone. */
export class Weighing {
  #moments = 0
  #computed = 0
  #kept = 0
  #guilty = 0
  #own = 0

  /** `measureOwn` lets a moment go by in which nobody computes. Returns whether it does, undefined where that is not clear yet. */
  hear(made: Moment, measureOwn: () => Moment): boolean | undefined {
    this.#moments += 1
    if (this.#moments === 1 && made.computed < leastComputed) return false
    const own = measureOwn()
    // A moment in which the main process gives memory back says nothing; the kernel counts it roughly.
    if (made.grown < -rough && this.#moments < mostMoments) return undefined
    const grown = Math.max(0, own.grown)
    const [kept, computed] = [made.grown - grown, made.computed - own.computed]
    this.#computed += computed
    this.#kept += kept
    if (kept > 0 && kept >= computed * little) this.#guilty += 1
    this.#own += grown
    if (this.#isLittle()) return false
    if (this.#isMuch()) return true
    return this.#moments < mostMoments ? undefined : false
  }

  #isLittle(): boolean {
    return this.#moments > 1 && (this.#computed < leastComputed || this.#kept < this.#computed * little)
  }

  /** It is more than the main process keeps by itself, and of several moments. */
  #isMuch(): boolean {
    return this.#guilty >= fewestGuilty && this.#kept >= Math.max(most, this.#computed * much, this.#own * 4)
  }
}
