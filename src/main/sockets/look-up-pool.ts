/** Somebody who has names looked up. */
export interface Asker {
  /** To begin what waits, as far as {@link LookUpPool.enter} lets it. */
  start: () => void
}

/**
 * The look-ups of all apps. Chromium has 64 for the whole process (net/dns: HostResolverManager), those of windows among
 * them, and a name whose servers are silent takes one for many seconds.
 */
export class LookUpPool {
  readonly #limit: number
  #running = 0
  /** In the order in which they are served, one look-up each. */
  readonly #waiting = new Set<Asker>()

  constructor(limit = 32) {
    this.#limit = limit
  }

  /** False when there are too many already: the asker is started when it is its turn. */
  enter(asker: Asker): boolean {
    if (this.#running >= this.#limit) {
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
      if (this.#running >= this.#limit) return
      this.#waiting.delete(asker)
      asker.start()
    }
  }
}
