const interval = 5

/** Finds out for how long an event loop, whichever, did nothing else than one thing: the longest lateness of a timer. */
export class StallWatch {
  #longest = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  start(): void {
    this.#longest = 0
    this.#wait(performance.now())
  }

  /** Ends the watch and returns milliseconds. */
  stop(): number {
    clearTimeout(this.#timer)
    return this.#longest
  }

  #wait(since: number): void {
    this.#timer = setTimeout(() => {
      const now = performance.now()
      this.#longest = Math.max(this.#longest, now - since - interval)
      this.#wait(now)
    }, interval)
  }
}
