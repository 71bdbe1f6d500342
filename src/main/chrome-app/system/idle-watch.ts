import type { AppEventArguments } from '../../../renderer-types/contract/apps/index.ts'

type IdleState = AppEventArguments<'idle', 'onStateChanged'>[0]

/** Seconds (Chromium: extensions/browser/api/idle): where nothing is said of it, and at most. */
const defaultInterval = 60
const maxInterval = 4 * 60 * 60
/** Milliseconds between two looks, as in Chrome. */
const lookInterval = 1000

export interface IdleHost {
  /** What the system says; of a user who has done nothing for so many seconds that he is idle. */
  readonly readState: (seconds: number) => 'active' | 'idle' | 'locked' | 'unknown'
  /** Whether a page of the app listens. */
  readonly isHeard: () => boolean
  readonly raise: (state: IdleState) => void
}

/** Looks whether the user is there, for as long as a page of the app wants to know. */
export class IdleWatch {
  readonly #host: IdleHost
  #interval = defaultInterval
  #timer: NodeJS.Timeout | undefined
  #last: IdleState = 'active'

  constructor(host: IdleHost) {
    this.#host = host
  }

  query(seconds: number): IdleState {
    const state = this.#host.readState(Math.min(seconds, maxInterval))
    return state === 'unknown' ? 'active' : state
  }

  setInterval(seconds: number): void {
    this.#interval = seconds
  }

  start(): void {
    this.#timer ??= setInterval(() => this.#look(), lookInterval)
  }

  stop(): void {
    clearInterval(this.#timer)
    this.#timer = undefined
    this.#interval = defaultInterval
  }

  #look(): void {
    if (!this.#host.isHeard()) return
    const state = this.query(this.#interval)
    if (state === this.#last) return
    this.#last = state
    this.#host.raise(state)
  }
}
