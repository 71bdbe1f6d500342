/** Guests of one app at one time; each is a page, and often a process, of its own. Chrome has no limit. */
const maxGuests = 64
/** Guests that an app may have made at one go, and how many more in each second. */
const burst = 64
const perSecond = 4

/** What an app may show in its pages. */
export class GuestBudget {
  #guests = 0
  #left = burst
  #since = performance.now()

  /** False, and nothing is taken, when there are too many. */
  take(): boolean {
    const now = performance.now()
    this.#left = Math.min(burst, this.#left + ((now - this.#since) / 1000) * perSecond)
    this.#since = now
    if (this.#guests >= maxGuests || this.#left < 1) return false
    this.#guests += 1
    this.#left -= 1
    return true
  }

  /** A guest has gone. */
  giveBack(): void {
    this.#guests -= 1
  }
}
