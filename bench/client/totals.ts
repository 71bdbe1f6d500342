const size = 8

/** Reads what a sink tells: how many bytes it has taken in all, as one float64 each. */
export class TotalReader {
  #unread = Buffer.alloc(0)
  latest = 0

  /** Returns whether it is told anew. */
  read(data: Buffer): boolean {
    this.#unread = Buffer.concat([this.#unread, data])
    const isComplete = this.#unread.length >= size
    for (; this.#unread.length >= size; this.#unread = this.#unread.subarray(size))
      this.latest = this.#unread.readDoubleLE(0)
    return isComplete
  }
}
