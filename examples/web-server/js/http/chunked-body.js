import { ByteSink } from './bytes.js'
import { parseField } from './headers.js'
import { HttpError } from './http-error.js'

/** @typedef {import('./byte-queue.js').ByteQueue} ByteQueue */

const sizeLine = /^([0-9a-f]{1,8})[ \t]*(?:;.*)?$/i
const longestSizeLine = 1024

/** A body of unknown length: Transfer-Encoding: chunked. */
export class ChunkedBody {
  #sink = new ByteSink()
  #size = 0
  #missing = 0
  #trailerSize = 0
  #limits
  /** @type {'size' | 'chunk' | 'chunk end' | 'trailer' | 'complete'} what comes next */
  #next = 'size'

  /** @param {import('./limits.js').Limits} limits */
  constructor(limits) {
    this.#limits = limits
  }

  /** @param {ByteQueue} queue */
  read(queue) {
    while (this.#readNext(queue));
    return this.#next === 'complete'
  }

  bytes() {
    return this.#sink.bytes()
  }

  /**
   * @param {ByteQueue} queue
   * @returns {boolean} whether it may go on: all has not been read, and more is there
   */
  #readNext(queue) {
    if (this.#next === 'size') return this.#readSize(queue)
    if (this.#next === 'chunk') return this.#readChunk(queue)
    if (this.#next === 'chunk end') return this.#readChunkEnd(queue)
    return this.#next === 'trailer' && this.#readTrailer(queue)
  }

  /** @param {ByteQueue} queue */
  #readSize(queue) {
    const line = queue.takeLine(longestSizeLine, 400)
    if (line === null) return false
    const digits = sizeLine.exec(line)?.[1]
    if (digits === undefined) throw new HttpError(400, 'A chunk of the body has no size.')
    this.#missing = parseInt(digits, 16)
    this.#size += this.#missing
    if (this.#size > this.#limits.body)
      throw new HttpError(413, `A body may have ${this.#limits.body} bytes at most.`)
    this.#next = this.#missing > 0 ? 'chunk' : 'trailer'
    return true
  }

  /** @param {ByteQueue} queue */
  #readChunk(queue) {
    const piece = queue.take(this.#missing)
    this.#sink.append(piece)
    this.#missing -= piece.length
    if (this.#missing > 0) return false
    this.#next = 'chunk end'
    return true
  }

  /** @param {ByteQueue} queue */
  #readChunkEnd(queue) {
    const line = queue.takeLine(1, 400)
    if (line === null) return false
    if (line !== '') throw new HttpError(400, 'A chunk of the body is longer than it says.')
    this.#next = 'size'
    return true
  }

  /** @param {ByteQueue} queue */
  #readTrailer(queue) {
    const line = queue.takeLine(this.#limits.headers, 431)
    if (line === null) return false
    this.#trailerSize += line.length
    if (this.#trailerSize > this.#limits.headers) throw new HttpError(431, 'The trailers are too long.')
    if (line === '') this.#next = 'complete'
    else parseField(line)
    return true
  }
}
