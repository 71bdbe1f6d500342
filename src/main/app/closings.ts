/** Milliseconds for which sockets are closed at a time: there may be tens of thousands, with as many clients that wait. */
const share = 4

type Close = () => void

/** What one owner has to be closed, in its order. */
interface Own {
  readonly closes: Close[]
  /** Of the next one. */
  at: number
}

/**
 * What is still to be closed of pages that have gone, in the whole process. Few are closed at once, many in turns; of several
 * owners one each, so that the port of one is not held up by another one's thousands.
 */
export class Closings {
  /** In the order in which they are served. */
  readonly #waiting = new Map<object, Own>()
  /** Some are closed in this moment, or will be in the next turn. */
  #isUnderWay = false

  add(owner: object, closes: readonly Close[]): void {
    if (closes.length === 0) return
    const own = this.#waiting.get(owner)
    if (own === undefined) this.#waiting.set(owner, { closes: [...closes], at: 0 })
    else for (const close of closes) own.closes.push(close)
    if (!this.#isUnderWay) this.#goOn()
  }

  /** Closes at once what is left of the owner's. */
  finish(owner: object): void {
    let own = this.#waiting.get(owner)
    for (; own !== undefined; own = this.#waiting.get(owner)) this.#closeNext(owner, own)
  }

  /** Others in the main process have their turns in between. What is closed may have more to be closed. */
  #goOn(): void {
    this.#isUnderWay = true
    const end = performance.now() + share
    // A map gives out what is added while it is walked, too: who has more to be closed goes on behind the others.
    for (const [owner, own] of this.#waiting) {
      if (performance.now() >= end) return void setImmediate(() => this.#goOn())
      this.#closeNext(owner, own)
    }
    this.#isUnderWay = false
  }

  /** Its owner stands behind all others then. */
  #closeNext(owner: object, own: Own): void {
    const close = own.closes[own.at]
    own.at += 1
    this.#waiting.delete(owner)
    if (own.at < own.closes.length) this.#waiting.set(owner, own)
    close?.()
  }
}
