/** Windows of one app, those that have been asked for and are not there yet among them. Chrome has no limit. */
const maxWindows = 256
/** Windows that an app may open at one go, and how many more in each second. */
const burst = 64
const perSecond = 8

/** What an app may open: each window takes the main process, and the system, some time and memory. */
export class WindowBudget {
  #windows = 0
  #left = burst
  #since = performance.now()

  /** False, and nothing is taken, when there are too many. */
  take(): boolean {
    const now = performance.now()
    this.#left = Math.min(burst, this.#left + ((now - this.#since) / 1000) * perSecond)
    this.#since = now
    if (this.#windows >= maxWindows || this.#left < 1) return false
    this.#windows += 1
    this.#left -= 1
    return true
  }

  /** A window has gone. */
  giveBack(): void {
    this.#windows -= 1
  }
}
