/** What may be in use at one time. */
export class Budget {
  readonly #limit: number
  #used = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  /** False, and nothing is taken, when that would be too much. Exactly at the limit is allowed. */
  take(amount: number): boolean {
    if (this.#used + amount > this.#limit) return false
    this.#used += amount
    return true
  }

  giveBack(amount: number): void {
    this.#used -= amount
  }
}
