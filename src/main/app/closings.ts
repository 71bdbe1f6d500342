/** Milliseconds for which sockets are closed at a time: there may be tens of thousands, with as many clients that wait. */
const share = 4

interface Closing {
  readonly owner: object
  readonly close: () => void
}

/** What is still to be closed of pages that have gone, in the whole process. Few are closed at once, many in turns. */
export class Closings {
  readonly #waiting = new Set<Closing>()
  /** Some are closed in this moment, or will be in the next turn. */
  #isUnderWay = false

  add(owner: object, closes: readonly (() => void)[]): void {
    for (const close of closes) this.#waiting.add({ owner, close })
    if (!this.#isUnderWay) this.#goOn()
  }

  /** Closes at once what is left of the owner's. */
  finish(owner: object): void {
    for (const closing of this.#waiting) if (closing.owner === owner) this.#close(closing)
  }

  /** Others in the main process have their turns in between. What is closed may have more to be closed. */
  #goOn(): void {
    this.#isUnderWay = true
    const end = performance.now() + share
    for (const closing of this.#waiting) {
      if (performance.now() >= end) return void setImmediate(() => this.#goOn())
      this.#close(closing)
    }
    this.#isUnderWay = false
  }

  #close(closing: Closing): void {
    this.#waiting.delete(closing)
    closing.close()
  }
}
