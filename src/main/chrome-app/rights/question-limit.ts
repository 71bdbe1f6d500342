/** Questions that a user who says no is asked at one go, and milliseconds until it may be one more. */
const burst = 3
const rest = 20_000

/** An app asks as often as it likes: a user who says no again and again is left in peace. */
export class QuestionLimit {
  #left = burst
  #since = performance.now()

  allows(): boolean {
    const now = performance.now()
    this.#left = Math.min(burst, this.#left + (now - this.#since) / rest)
    this.#since = now
    return this.#left >= 1
  }

  /** What the user has said; the time that it took is no rest. */
  noteAnswer(isAllowed: boolean): void {
    this.#left = isAllowed ? burst : this.#left - 1
    this.#since = performance.now()
  }
}
