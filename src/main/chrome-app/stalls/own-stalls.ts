/** Milliseconds. */
const times = {
  /** Shorter ones are no stalls. */
  late: 25,
  /** No longer ones are put up with. */
  most: 250,
  /** One is remembered so long. */
  record: 10_000,
}

/** Stalls that are not much longer than one of the main process's own may be such, too. */
const margin = 1.5

/** Stalls of the main process that began while all pages which compute were stopped, and it had rested: its own. */
export class OwnStalls {
  #longest = 0
  #until = -Infinity

  hear(now: number, time: number): void {
    if (time <= times.late) return
    this.#longest = Math.max(this.tolerate(now), Math.min(time * margin, times.most))
    this.#until = now + times.record
  }

  /** Milliseconds that are not looked into. */
  tolerate(now: number): number {
    return now < this.#until ? this.#longest : 0
  }
}
