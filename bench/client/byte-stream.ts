import { makePattern, pieceSize } from '../server/pattern.ts'

/**
 * An endless stream of bytes, of which any part can be made and checked without a copy: the pattern, over and over.
 */
export class ByteStream {
  readonly #period: number
  readonly #bytes: Buffer

  constructor(period: number) {
    const pattern = makePattern(period)
    this.#period = period
    // Once more and a piece: a part that begins anywhere in the pattern is in one piece.
    this.#bytes = Buffer.concat([pattern, pattern, pattern.subarray(0, Math.min(period, pieceSize))])
  }

  slice(offset: number, length: number): Buffer {
    const start = offset % this.#period
    return this.#bytes.subarray(start, start + length)
  }

  /** Whether bytes are those of the stream from an offset on. */
  matches(bytes: Buffer, offset: number): boolean {
    for (let done = 0; done < bytes.length;) {
      const length = Math.min(bytes.length - done, this.#period)
      const part = this.slice(offset + done, length)
      if (bytes.compare(part, 0, length, done, done + length) !== 0) return false
      done += length
    }
    return true
  }
}
