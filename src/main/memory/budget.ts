/** What may be in use at one time. */
export class Budget {
  readonly #limit: number
  #used = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  /** Exactly at the limit is allowed. */
  hasRoomFor(amount: number): boolean {
    return this.#used + amount <= this.#limit
  }

  /** False, and nothing is taken, when that would be too much. */
  take(amount: number): boolean {
    if (!this.hasRoomFor(amount)) return false
    this.#used += amount
    return true
  }

  giveBack(amount: number): void {
    this.#used -= amount
  }
}
