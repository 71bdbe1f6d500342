interface Call {
  answer: (() => void) | undefined
}

/** Calls are answered in the order in which they were made, whichever of them has its answer first. */
export class AnswerQueue {
  readonly #calls: Call[] = []
  readonly #onCall: () => void

  constructor(onCall: () => void = () => {}) {
    this.#onCall = onCall
  }

  get isEmpty(): boolean {
    return this.#calls.length === 0
  }

  /** A call has been made; what comes back takes its answer. */
  add(): (answer: () => void) => void {
    const call: Call = { answer: undefined }
    this.#calls.push(call)
    this.#onCall()
    return (answer) => {
      call.answer = answer
      while (this.#calls[0]?.answer !== undefined) this.#calls.shift()?.answer?.()
    }
  }

  /** At once, or when the calls that wait have been answered. */
  whenEmpty(act: () => void): void {
    if (this.isEmpty) act()
    else this.add()(act)
  }
}
