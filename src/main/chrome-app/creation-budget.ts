/** How many of a kind an app may have. */
export interface CreationLimits {
  /** At one time. */
  readonly most: number
  /** Made at one go, and how many more in each second. */
  readonly burst: number
  readonly perSecond: number
}

/** What an app may make that takes the main process, and the system, some time and memory. */
export class CreationBudget {
  readonly #limits: CreationLimits
  #count = 0
  #left: number
  #since = performance.now()

  constructor(limits: CreationLimits) {
    this.#limits = limits
    this.#left = limits.burst
  }

  /** False, and nothing is taken, when there are too many. */
  take(): boolean {
    const { burst, most, perSecond } = this.#limits
    const now = performance.now()
    this.#left = Math.min(burst, this.#left + ((now - this.#since) / 1000) * perSecond)
    this.#since = now
    if (this.#count >= most || this.#left < 1) return false
    this.#count += 1
    this.#left -= 1
    return true
  }

  /** One has gone. */
  giveBack(): void {
    this.#count -= 1
  }
}
