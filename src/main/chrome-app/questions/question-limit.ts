/** Milliseconds until a user who has said no to everything is asked once more. */
const rest = 20_000

/** An app asks as often as it likes: a user who says no again and again is left in peace. */
export class QuestionLimit {
  readonly #burst: number
  #left: number
  #since = performance.now()

  /** `burst` is how many questions a user says no to at one go. */
  constructor(burst: number) {
    this.#burst = burst
    this.#left = burst
  }

  allows(): boolean {
    const now = performance.now()
    this.#left = Math.min(this.#burst, this.#left + (now - this.#since) / rest)
    this.#since = now
    return this.#left >= 1
  }

  /** What the user has said; the time that it took is no rest. */
  noteAnswer(isAllowed: boolean): void {
    this.#left = isAllowed ? this.#burst : this.#left - 1
    this.#since = performance.now()
  }
}
