/** Milliseconds that pages have before everything else in the main process has its turn. */
const turnLength = 8
/** Milliseconds that a page has in a turn while others wait. */
const pageShare = 2

/** What a worker has of a turn. */
export class Slice {
  readonly #started = performance.now()
  readonly #length: number
  #promised = 0

  constructor(milliseconds: number) {
    this.#length = milliseconds
  }

  /** Milliseconds, with those of what goes on afterwards. */
  get spent(): number {
    return performance.now() - this.#started + this.#promised
  }

  get isOver(): boolean {
    return this.spent >= this.#length
  }

  /** To be called for what was begun and goes on in microtasks and ticks, where nobody can interrupt it. */
  chargePromise(milliseconds: number): void {
    this.#promised += milliseconds
  }
}

/** Somebody whose work can be interrupted. */
export interface Worker {
  /** Works until the slice is over, or a little longer; true when it could go on. */
  work: (slice: Slice) => boolean
}

/**
 * Gives the pages their turns. Work is done at once as long as there is time for it. What is more waits for the next
 * turn of the event loop, and the others that wait are served in between.
 */
export class Turns {
  readonly #waiting = new Set<Worker>()
  /** What is left of this turn. The clock says nothing of whether others have had theirs: what comes in may keep all of them waiting. */
  #left = turnLength
  #isNextQueued = false

  start(worker: Worker): void {
    if (this.#waiting.has(worker)) return
    if (this.#waiting.size > 0 || this.#left <= 0 || this.#serve(worker, this.#left))
      this.#waiting.add(worker)
    this.#queueNext()
  }

  /** Nothing of it is to be done any more. */
  forget(worker: Worker): void {
    this.#waiting.delete(worker)
  }

  /** Where somebody waits for it, or soon would. */
  #queueNext(): void {
    if (this.#isNextQueued || (this.#waiting.size === 0 && this.#left >= turnLength / 2)) return
    this.#isNextQueued = true
    setImmediate(() => this.#takeTurn())
  }

  #takeTurn(): void {
    this.#isNextQueued = false
    this.#left = turnLength
    // A set gives out what is added while it is walked, too: who could go on does, behind the others.
    for (const worker of this.#waiting) {
      this.#waiting.delete(worker)
      const share = this.#waiting.size === 0 ? this.#left : Math.min(pageShare, this.#left)
      if (this.#serve(worker, share)) this.#waiting.add(worker)
      if (this.#left <= 0) break
    }
    this.#queueNext()
  }

  #serve(worker: Worker, milliseconds: number): boolean {
    const slice = new Slice(milliseconds)
    const canGoOn = worker.work(slice)
    this.#left -= slice.spent
    return canGoOn
  }
}
