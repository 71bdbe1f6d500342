import type { Settle } from '../../main-world/calls.ts'

/** Milliseconds after which pages are looked at again, and how often nothing must be found. */
const turn = 20
const calmTurns = 3

export interface Doings {
  /** Nothing waits to be kept or answered, but calls. */
  readonly isIdle: () => boolean
  /** How many questions have been asked that are no calls. */
  readonly countAsked: () => number
}

/** When the pages of an app have done what they do when they are told of their end. */
export class LastMoment {
  /** That of the browser, whatever a script of the page puts in its place. */
  readonly #setTimer: Window['setTimeout']
  readonly #doings: Doings
  /** Those that wait for their answer. */
  #calls: Set<Settle> | undefined

  constructor(background: Window, doings: Doings) {
    this.#setTimer = background.setTimeout.bind(background)
    this.#doings = doings
  }

  /**
   * Calls back when the pages have had time for what they were told last, the calls that they have made since are answered,
   * and what they store is kept.
   */
  settle(act: () => void): void {
    const calls = new Set<Settle>()
    this.#calls = calls
    const { countAsked, isIdle } = this.#doings
    const look = (calm: number, asked: number): void => {
      // A later one has taken its place.
      if (calls !== this.#calls) return
      const isCalm = calls.size === 0 && isIdle() && asked === countAsked()
      if (isCalm && calm === calmTurns) {
        this.#calls = undefined
        return act()
      }
      this.#setTimer(look, turn, isCalm ? calm + 1 : 0, countAsked())
    }
    look(0, countAsked())
  }

  /** The same, and {@link settle} waits for it: what a callback calls is there before the call is over. */
  watch(settle: Settle): Settle {
    const calls = this.#calls
    if (calls === undefined) return settle
    calls.add(settle)
    return (results, error) => {
      settle(results, error)
      calls.delete(settle)
    }
  }
}
