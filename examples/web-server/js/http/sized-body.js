import { ByteSink } from './bytes.js'
import { HttpError } from './http-error.js'

/** A body whose length is known: Content-Length. */
export class SizedBody {
  #sink = new ByteSink()
  #missing

  /**
   * @param {number} length
   * @param {import('./limits.js').Limits} limits
   */
  constructor(length, limits) {
    if (length > limits.body) throw new HttpError(413, `A body may have ${limits.body} bytes at most.`)
    this.#missing = length
  }

  /** @param {import('./byte-queue.js').ByteQueue} queue */
  read(queue) {
    const piece = queue.take(this.#missing)
    this.#sink.append(piece)
    this.#missing -= piece.length
    return this.#missing === 0
  }

  bytes() {
    return this.#sink.bytes()
  }
}
