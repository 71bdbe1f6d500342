/** Somebody who has names looked up. */
export interface Asker {
  /** How many are under way. */
  readonly running: number
  /** To begin what waits, as far as {@link LookUpPool.enter} lets it. */
  start: () => void
}

/** Of Chromium's 64. Its own resolver, which Electron uses on macOS, takes one for each family of addresses. */
const slotsPerName = process.platform === 'darwin' ? 2 : 1

/**
 * The look-ups of all apps. Chromium has 64 for the whole process (net/dns: HostResolverManager), those of windows among
 * them, and a name whose servers are silent takes one for many seconds.
 */
export class LookUpPool {
  readonly #limit: number
  /** As many more are there for apps that have none under way. */
  readonly #spare: number
  #running = 0
  /** In the order in which they are served, one look-up each. */
  readonly #waiting = new Set<Asker>()

  constructor(limit = 32 / slotsPerName, spare = 16 / slotsPerName) {
    this.#limit = limit
    this.#spare = spare
  }

  /** False when there are too many already: the asker is started when it is its turn. */
  enter(asker: Asker): boolean {
    if (!this.#hasRoomFor(asker)) {
      this.#waiting.add(asker)
      return false
    }
    this.#running += 1
    return true
  }

  /** A look-up is over. */
  leave(): void {
    this.#running -= 1
    for (const asker of this.#waiting) {
      if (!this.#hasRoomFor(asker)) continue
      this.#waiting.delete(asker)
      asker.start()
    }
  }

  #hasRoomFor({ running }: Asker): boolean {
    return this.#running < this.#limit + (running === 0 ? this.#spare : 0)
  }
}
