export interface PlaceLimits {
  readonly taken: number
  readonly waiting: number
}

/** So many have a place at a time; the next ones wait in their order, as long as they are not too many. */
export class Places {
  readonly #limits: PlaceLimits
  #taken = 0
  readonly #waiting: (() => void)[] = []

  constructor(limits: PlaceLimits) {
    this.#limits = limits
  }

  /** False where too many wait already. */
  async take(): Promise<boolean> {
    if (this.#taken < this.#limits.taken) this.#taken += 1
    else if (this.#waiting.length < this.#limits.waiting)
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    else return false
    return true
  }

  giveBack(): void {
    const next = this.#waiting.shift()
    if (next === undefined) this.#taken -= 1
    else next()
  }
}
