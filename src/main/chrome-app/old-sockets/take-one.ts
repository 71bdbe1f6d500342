/** Whatever can be paused. */
interface Pausable {
  setPaused: (paused: boolean) => void
}

/** Chrome's code of something that goes on already. */
export const isUnderWay = -1

/** A pause lets what has begun finish: one read, one datagram, one client. */
export function takeOne(socket: Pausable): void {
  socket.setPaused(false)
  socket.setPaused(true)
}

/** Somebody who waits for what comes next. */
export class Waiter<T> {
  #finish: ((value: T) => void) | undefined

  get isWaiting(): boolean {
    return this.#finish !== undefined
  }

  /** Has `begin` bring it about. */
  wait(begin: () => void): Promise<T> {
    return new Promise((resolve) => {
      this.#finish = resolve
      begin()
    })
  }

  finish(value: T): void {
    const finish = this.#finish
    this.#finish = undefined
    finish?.(value)
  }
}
