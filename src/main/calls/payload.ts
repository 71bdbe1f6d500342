import type { Budget } from '../memory/budget.ts'
import { freeMemory } from '../memory/free-memory.ts'

/** Bytes on their way to a socket. */
export interface Loan {
  readonly bytes: Uint8Array
  /** To be called when the socket is done with them; `isSent` when it has nothing left of them for sure. */
  readonly end: (isSent: boolean) => void
}

const endNothing = (): void => {}

/** The bytes of one message of a page. Their memory is used again as soon as all that is to be sent of them is sent. */
export class Payload {
  readonly byteLength: number
  readonly #bytes: ArrayBuffer
  #users = 0
  #loans = 0
  #heldBy: Budget | undefined
  /** A socket that failed may still read them. */
  #mayBeRead = false

  constructor(bytes: ArrayBuffer) {
    this.#bytes = bytes
    this.byteLength = bytes.byteLength
  }

  /** For each user one {@link lend} or {@link dismiss} will follow, unless the page goes first. */
  addUser(): void {
    this.#users += 1
  }

  /** The user has no need for them. */
  dismiss(): void {
    this.#users -= 1
    if (this.#users === 0 && !this.#mayBeRead) freeMemory(this.#bytes)
  }

  /**
   * A few bytes that a peer does not take would keep the whole message: beyond the budget for that they are copied.
   */
  lend(start: number, length: number, budget: Budget): Loan {
    const bytes = new Uint8Array(this.#bytes, start, length)
    if (length * 2 >= this.byteLength || this.#hold(budget)) {
      this.#loans += 1
      return { bytes, end: (isSent) => this.#end(isSent) }
    }
    const copy = bytes.slice()
    this.dismiss()
    return { bytes: copy, end: endNothing }
  }

  #hold(budget: Budget): boolean {
    if (this.#heldBy === undefined && budget.take(this.byteLength)) this.#heldBy = budget
    return this.#heldBy !== undefined
  }

  #end(isSent: boolean): void {
    this.#loans -= 1
    if (this.#loans === 0) {
      this.#heldBy?.giveBack(this.byteLength)
      this.#heldBy = undefined
    }
    if (!isSent) this.#mayBeRead = true
    this.dismiss()
  }
}
