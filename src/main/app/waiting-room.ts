import { flowControl } from '../../renderer-types/wire.ts'
import type { Readiness } from '../sockets/readiness.ts'

export interface Waiter {
  pump: () => void
}

/** Milliseconds for which waiters are called at a time: there may be tens of thousands. */
const share = 4

/** Sockets that have something: they wait until a page has room for it, or until one listens. */
export class WaitingRoom {
  readonly #forRoom = new Set<Waiter>()
  readonly #forListener = new Set<Waiter>()
  /** Those whose turn it is. */
  readonly #called = new Set<Waiter>()
  #isNextQueued = false
  #timer: NodeJS.Timeout | undefined

  /** Passes the answer on; a socket that cannot go on is tried again when it might be able to. */
  note(waiter: Waiter, readiness: Readiness): Readiness {
    if (readiness === 'busy') this.#forRoom.add(waiter)
    else this.#forRoom.delete(waiter)
    if (readiness === 'unheard') this.#forListener.add(waiter)
    else this.#forListener.delete(waiter)
    if (readiness === 'busy') this.#startTimer()
    return readiness
  }

  /** A page has dealt with something. */
  callForRoom(): void {
    this.#call(this.#forRoom)
  }

  /** A page has begun or ceased to listen, or has gone. */
  callAll(): void {
    this.#call(this.#forRoom, this.#forListener)
  }

  /** It has nothing any more. */
  forget(waiter: Waiter): void {
    for (const waiters of [this.#forRoom, this.#forListener, this.#called]) waiters.delete(waiter)
  }

  /** Nobody is waited for any more. */
  close(): void {
    for (const waiters of [this.#forRoom, this.#forListener, this.#called]) waiters.clear()
    clearTimeout(this.#timer)
  }

  #call(...rooms: readonly Set<Waiter>[]): void {
    for (const waiters of rooms) {
      for (const waiter of waiters) this.#called.add(waiter)
      waiters.clear()
    }
    if (!this.#isNextQueued) this.#goOn()
  }

  /** Others in the main process have their turns in between. */
  #goOn(): void {
    const end = performance.now() + share
    for (const waiter of this.#called) {
      if (performance.now() >= end) return this.#queueNext()
      this.#called.delete(waiter)
      waiter.pump()
    }
  }

  #queueNext(): void {
    this.#isNextQueued = true
    setImmediate(() => {
      this.#isNextQueued = false
      this.#goOn()
    })
  }

  /** A page may have got stuck meanwhile. */
  #startTimer(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      this.callForRoom()
    }, flowControl.patience).unref()
  }
}
