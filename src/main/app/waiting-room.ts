import { flowControl } from '../../renderer-types/wire.ts'

export interface Waiter {
  pump: () => void
}

/** Sockets that could go on if a page had room for what they have. */
export class WaitingRoom {
  readonly #waiters = new Set<Waiter>()
  #timer: NodeJS.Timeout | undefined

  /** Passes the answer on; a socket that cannot go on is tried again when a page has dealt with something. */
  check(waiter: Waiter, canGoOn: boolean): boolean {
    if (canGoOn) this.#waiters.delete(waiter)
    else this.#waiters.add(waiter)
    if (!canGoOn) this.#startTimer()
    return canGoOn
  }

  callAll(): void {
    if (this.#waiters.size === 0) return
    const waiters = [...this.#waiters]
    this.#waiters.clear()
    for (const waiter of waiters) waiter.pump()
  }

  /** Nobody is waited for any more. */
  close(): void {
    this.#waiters.clear()
    clearTimeout(this.#timer)
  }

  /** A page may have got stuck meanwhile. */
  #startTimer(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      this.callAll()
    }, flowControl.patience).unref()
  }
}
