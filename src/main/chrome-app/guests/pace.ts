/** What waits at most: an app has no more guests, and no more is said of them together. */
const most = { works: 64, weight: 32 * 1024 * 1024 }

interface Work {
  readonly weight: number
  readonly do: () => void
}

/** Works that keep the main process for milliseconds each: after one all others have as long before the next. */
export class Pace {
  readonly #waiting: Work[] = []
  #weight = 0
  #isResting = false

  /** Does it now, or in its turn; false, and it is not done, where too much waits. */
  add(weight: number, act: () => void): boolean {
    if (!this.#isResting) {
      this.#do(act)
      return true
    }
    if (this.#waiting.length >= most.works || this.#weight + weight > most.weight) return false
    this.#waiting.push({ weight, do: act })
    this.#weight += weight
    return true
  }

  #do(act: () => void): void {
    const begun = performance.now()
    this.#isResting = true
    try {
      act()
    } finally {
      setTimeout(() => this.#goOn(), performance.now() - begun)
    }
  }

  #goOn(): void {
    this.#isResting = false
    const next = this.#waiting.shift()
    if (next === undefined) return
    this.#weight -= next.weight
    this.#do(next.do)
  }
}
