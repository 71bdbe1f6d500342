/** How late the main process was, at most, until it rested. */
export interface Rest {
  /** By what pages have begun, it may be. */
  readonly late: number
  /** By who was stopped only when that was over. */
  readonly others: number
  /** By itself: when that was over, too. */
  readonly own: number
}

/** Milliseconds: what comes of pages that are stopped comes sooner. */
const after = 60

/** Who may be why the main process was late is told by when it was asked. */
export class Lateness implements Rest {
  readonly #ran: number
  #othersRan = -Infinity
  #hasRested: boolean
  late = 0
  others = 0
  own = 0

  /** `ran`: when pages have computed last, as far as that is known; and whether the main process has rested since. */
  constructor(ran: number, hasRested: boolean) {
    this.#ran = ran
    this.#hasRested = hasRested
  }

  /** Until `now`, when they were stopped. */
  othersHaveRun(now: number): void {
    this.#othersRan = now
  }

  /** What pages have begun may take it long, with many answers meanwhile. */
  rest(): void {
    this.#hasRested = true
  }

  hear(asked: number, late: number): void {
    if (asked < this.#ran + after || !this.#hasRested) this.late = Math.max(this.late, late)
    else if (asked < this.#othersRan + after) this.others = Math.max(this.others, late)
    else this.own = Math.max(this.own, late)
  }
}
