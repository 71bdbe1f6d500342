import { concatBytes } from './bytes.js'
import { HttpError } from './http-error.js'

const newline = 10
/** @type {Uint8Array} */
const noBytes = new Uint8Array(0)
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** Bytes that have arrived and are not used yet: lines and runs of bytes are taken from its front. */
export class ByteQueue {
  #bytes = noBytes
  #scanned = 0

  get length() {
    return this.#bytes.length
  }

  /** @param {Uint8Array} bytes */
  push(bytes) {
    this.#bytes = this.#bytes.length === 0 ? bytes : concatBytes([this.#bytes, bytes])
  }

  /**
   * @param {number} limit longest line in bytes
   * @param {number} tooLong status of the error when it is longer
   * @returns {string | null} the next line without its end, null while its end has not arrived
   */
  takeLine(limit, tooLong) {
    const end = this.#bytes.indexOf(newline, this.#scanned)
    const length = end === -1 ? this.#bytes.length : end
    if (length > limit + 1)
      throw new HttpError(tooLong, `A line of the request has more than ${limit} bytes.`)
    if (end === -1) {
      this.#scanned = length
      return null
    }
    const line = decoder.decode(this.take(end + 1)).slice(0, -1)
    return line.endsWith('\r') ? line.slice(0, -1) : line
  }

  /**
   * @param {number} most
   * @returns {Uint8Array} up to that many bytes
   */
  take(most) {
    const taken = this.#bytes.subarray(0, most)
    this.#bytes = most < this.#bytes.length ? this.#bytes.subarray(most) : noBytes
    this.#scanned = 0
    return taken
  }
}
