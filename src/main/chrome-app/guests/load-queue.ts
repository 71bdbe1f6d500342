/** Loads that are begun at a time: with four, a hundred pages that compute at once kept other apps waiting for half a second. */
const most = 2

/** Milliseconds after which a load that has come to nothing yet holds up no other one. */
const patience = 1000

/** Resolves when it is over. */
export type BeginLoad = () => Promise<void>

/**
 * What an app has its guests load. Chromium's main thread waits when it takes back a process that it has begun for such a load
 * and does not need.
 */
export class LoadQueue {
  /** By the guest; of each the last one counts. */
  readonly #waiting = new Map<number, BeginLoad>()
  #underWay = 0

  add(guestId: number, begin: BeginLoad): void {
    this.#waiting.set(guestId, begin)
    this.#goOn()
  }

  remove(guestId: number): void {
    this.#waiting.delete(guestId)
  }

  #goOn(): void {
    for (const [guestId, begin] of this.#waiting) {
      if (this.#underWay >= most) return
      this.#waiting.delete(guestId)
      this.#follow(begin)
    }
  }

  #follow(begin: BeginLoad): void {
    this.#underWay += 1
    const end = (): void => {
      if (!hasEnded) this.#underWay -= 1
      hasEnded = true
      clearTimeout(timer)
      this.#goOn()
    }
    let hasEnded = false
    const timer = setTimeout(end, patience)
    // One ends while Electron still begins another one in its place: what is begun in that moment ends the program.
    const endSoon = (): void => void setImmediate(end)
    void begin().then(endSoon, endSoon)
  }
}
