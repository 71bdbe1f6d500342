/** Milliseconds that pages have before everything else in the main process has its turn. */
const turnLength = 8
/** Milliseconds that an app has in a turn while others wait: one of its pages, each in its turn. */
const share = 2

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
  /** Those of one owner have together what those of another one have, however many they are. */
  readonly owner: object
  /** Works until the slice is over, or a little longer; true when it could go on. */
  work: (slice: Slice) => boolean
}

/**
 * Gives the apps their turns, and of each app the pages. Work is done at once as long as there is time for it. What is
 * more waits for the next turn of the event loop, and the others that wait are served in between.
 */
export class Turns {
  readonly #waiting = new Map<object, Set<Worker>>()
  /** What is left of this turn. The clock says nothing of whether others have had theirs: what comes in may keep all of them waiting. */
  #left = turnLength
  #isNextQueued = false

  start(worker: Worker): void {
    if (this.#waiting.get(worker.owner)?.has(worker) === true) return
    if (this.#waiting.size > 0 || this.#left <= 0 || this.#serve(worker, this.#left)) this.#add(worker)
    this.#queueNext()
  }

  /** Nothing of it is to be done any more. */
  forget(worker: Worker): void {
    const workers = this.#waiting.get(worker.owner)
    workers?.delete(worker)
    if (workers?.size === 0) this.#waiting.delete(worker.owner)
  }

  #add(worker: Worker): void {
    const workers = this.#waiting.get(worker.owner)
    if (workers === undefined) this.#waiting.set(worker.owner, new Set([worker]))
    else workers.add(worker)
  }

  /** Its owner stands behind all others then. */
  #take(owner: object, workers: Set<Worker>): Worker | undefined {
    const [worker] = workers
    if (worker !== undefined) workers.delete(worker)
    this.#waiting.delete(owner)
    if (workers.size > 0) this.#waiting.set(owner, workers)
    return worker
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
    // A map gives out what is added while it is walked, too: who could go on does, behind the others.
    for (const [owner, workers] of this.#waiting) {
      const worker = this.#take(owner, workers)
      const most = this.#waiting.size === 0 ? this.#left : Math.min(share, this.#left)
      if (worker !== undefined && this.#serve(worker, most)) this.#add(worker)
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
