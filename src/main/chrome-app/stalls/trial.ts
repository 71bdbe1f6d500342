/** Milliseconds. */
const times = {
  /** That it may compute at a time; twice as long after each time that nothing came of it, but no longer than half of what was too much. */
  first: 2,
  most: 32,
  /** That it is to compute without anything coming of it; twice as long after each time that something did. */
  needed: 50,
  mostNeeded: 2000,
  /** That is remembered so long after the end of the trial. */
  record: 10_000,
}

/** A process on trial computes for moments only, until the main process was at rest after enough of them. */
export class Trial {
  #time = times.first
  #most = times.most
  #good = 0
  #needed = times.needed
  #notBefore = 0
  #ended: number | undefined

  /** Milliseconds that it may compute next. */
  get time(): number {
    return this.#time
  }

  /** Nothing else has come of it for long. */
  get isHopeless(): boolean {
    return this.#needed >= times.mostNeeded
  }

  isDue(now: number): boolean {
    return now >= this.#notBefore
  }

  isForgotten(now: number): boolean {
    return this.#ended !== undefined && now - this.#ended > times.record
  }

  /** The main process is at rest after its time; returns whether the trial has ended. */
  praise(now: number): boolean {
    this.#good += this.#time
    this.#time = Math.min(this.#time * 2, this.#most)
    if (this.#good < this.#needed) return false
    this.#ended = now
    return true
  }

  /** The main process was busy for so long: all others have as long before it computes again. */
  blame(now: number, late: number): void {
    this.#most = Math.max(this.#time / 2, times.first)
    this.#time = times.first
    this.#good = 0
    this.#needed = Math.min(this.#needed * 2, times.mostNeeded)
    this.#notBefore = now + late
    this.#ended = undefined
  }
}
