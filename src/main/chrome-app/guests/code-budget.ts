/** Bytes of the files of an app that are under way into its guests. Chrome has no limit. */
const maxBytes = 16 * 1024 * 1024

/** How much an app has its guests run or show at one time: a guest may take long. */
export class CodeBudget {
  #left = maxBytes

  /** False, and nothing is taken, when it is too much. */
  take(bytes: number): boolean {
    if (bytes > this.#left) return false
    this.#left -= bytes
    return true
  }

  giveBack(bytes: number): void {
    this.#left += bytes
  }
}
