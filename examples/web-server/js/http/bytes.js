/**
 * @param {readonly Uint8Array[]} parts
 * @returns {Uint8Array<ArrayBuffer>} the parts in one buffer of exactly their length
 */
export function concatBytes(parts) {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let offset = 0
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.length
  }
  return bytes
}

/** Collects bytes; a thousand small pieces cost no more memory than one large one. */
export class ByteSink {
  #bytes = new Uint8Array(0)
  #length = 0

  /** @param {Uint8Array} piece */
  append(piece) {
    const length = this.#length + piece.length
    if (length > this.#bytes.length) this.#grow(Math.max(length, 2 * this.#bytes.length))
    this.#bytes.set(piece, this.#length)
    this.#length = length
  }

  bytes() {
    return this.#bytes.slice(0, this.#length)
  }

  /** @param {number} size */
  #grow(size) {
    const bytes = new Uint8Array(size)
    bytes.set(this.#bytes)
    this.#bytes = bytes
  }
}
