import { blockSize, makePattern } from './pattern.ts'

const wordSize = Float64Array.BYTES_PER_ELEMENT
/** What is compared in one go is no longer. */
const partSize = blockSize / 2

/** Whether bytes are those of others from a place on. */
export function areBytes(found: Uint8Array, wanted: Uint8Array, from: number): boolean {
  for (let index = 0; index < found.length; index += 1)
    if (found[index] !== wanted[from + index]) return false
  return true
}

// The same again: a loop that is given either kind of array takes twice as long.
function areWords(found: Float64Array, wanted: Float64Array, from: number): boolean {
  for (let index = 0; index < found.length; index += 1)
    if (found[index] !== wanted[from + index]) return false
  return true
}

/** Compares bytes with the pattern of a block, over and over, eight at a time: so it costs a page next to nothing. */
export class PatternCheck {
  readonly #bytes: Uint8Array
  /** The same from the first byte on, from the second, and so on up to the eighth. */
  readonly #words: readonly Float64Array[]

  constructor() {
    const pattern = makePattern(blockSize)
    this.#bytes = new Uint8Array(blockSize + partSize)
    this.#bytes.set(pattern)
    this.#bytes.set(pattern.subarray(0, partSize), blockSize)
    const length = this.#bytes.length - wordSize
    this.#words = Array.from(
      { length: wordSize },
      (_, shift) => new Float64Array(this.#bytes.slice(shift, shift + length).buffer),
    )
  }

  /** Whether bytes are those of the pattern from an offset on. */
  matches(bytes: Uint8Array, offset: number): boolean {
    for (let done = 0; done < bytes.length; done += partSize)
      if (!this.#matchesPart(bytes.subarray(done, done + partSize), (offset + done) % blockSize)) return false
    return true
  }

  #matchesPart(bytes: Uint8Array, start: number): boolean {
    if (bytes.length < wordSize) return areBytes(bytes, this.#bytes, start)
    const head = -bytes.byteOffset & (wordSize - 1)
    const count = Math.floor((bytes.length - head) / wordSize)
    const tail = head + count * wordSize
    const words = new Float64Array(bytes.buffer, bytes.byteOffset + head, count)
    const first = start + head
    const wanted = this.#words[first % wordSize]
    return (
      wanted !== undefined &&
      areWords(words, wanted, Math.floor(first / wordSize)) &&
      areBytes(bytes.subarray(0, head), this.#bytes, start) &&
      areBytes(bytes.subarray(tail), this.#bytes, start + tail)
    )
  }
}
