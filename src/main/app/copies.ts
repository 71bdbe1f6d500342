/** Bytes of copies in one turn of the event loop, in which a connection may be read again and again. */
const most = 1024 * 1024

/** What is handed to several pages at once is copied for each of them: so much of it in a turn, the rest in the next ones. */
export class Copies {
  readonly #onRoom: () => void
  #left = most

  /** `onRoom`: there may be more again. */
  constructor(onRoom: () => void) {
    this.#onRoom = onRoom
  }

  get areSpent(): boolean {
    return this.#left <= 0
  }

  charge(bytes: number, pages: number): void {
    if (pages < 2) return
    if (this.#left === most) setImmediate(() => this.#renew())
    this.#left -= bytes * (pages - 1)
  }

  #renew(): void {
    const { areSpent } = this
    this.#left = most
    if (areSpent) this.#onRoom()
  }
}
