/** Works that go on beside those that follow them. */
const maxLong = 8

/** Does one thing after the other, as Chrome does with the files of an app; what takes long holds nobody up. */
export class WorkQueue {
  #last: Promise<unknown> = Promise.resolve()
  #long = 0

  do<T>(act: () => Promise<T>): Promise<T> {
    const result = this.#last.then(act)
    this.#last = settle(result)
    return result
  }

  /** It begins in its turn, and others may begin before it is over. */
  begin<T>(act: () => Promise<T>): Promise<T> {
    const result = this.#last.then(act)
    const settled = settle(result).finally(() => {
      this.#long -= 1
    })
    this.#long += 1
    if (this.#long > maxLong) this.#last = settled
    return result
  }
}

async function settle(work: Promise<unknown>): Promise<void> {
  try {
    await work
  } catch {
    // Whoever asked for it is told.
  }
}
