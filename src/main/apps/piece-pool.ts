/** Bytes that are kept for each size of pieces. */
const capacity = 1024 * 1024
/** Sizes that are kept: a page may think of any number of them. */
const maxSizes = 8

/**
 * Memory for the pieces that a message carries. Posting clones them, so that the next message can use the same
 * memory: fresh pages are what costs most in carrying bulk data.
 */
export class PiecePool {
  readonly #sizes = new Map<number, { readonly pieces: Uint8Array<ArrayBuffer>[]; used: number }>()

  take(size: number): Uint8Array<ArrayBuffer> {
    const kept = this.#open(size)
    const piece = kept.pieces[kept.used] ?? new Uint8Array(size)
    if (kept.used === kept.pieces.length && kept.used * size < capacity) kept.pieces.push(piece)
    kept.used += 1
    return piece
  }

  /** What was taken has been cloned. */
  reset(): void {
    if (this.#sizes.size > maxSizes) this.#sizes.clear()
    for (const kept of this.#sizes.values()) kept.used = 0
  }

  #open(size: number): { pieces: Uint8Array<ArrayBuffer>[]; used: number } {
    const known = this.#sizes.get(size)
    if (known !== undefined) return known
    const opened = { pieces: [], used: 0 }
    this.#sizes.set(size, opened)
    return opened
  }
}

/** Copies chunks, which lie one behind the other, into pieces of one size; the last one may be shorter. */
export function cutPieces(chunks: readonly Buffer[], size: number, pool: PiecePool): ArrayBuffer[] {
  const pieces: ArrayBuffer[] = []
  let left = chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0)
  let piece = new Uint8Array(0)
  let filled = 0
  for (const chunk of chunks) {
    for (let offset = 0; offset < chunk.byteLength;) {
      if (filled === piece.byteLength) {
        piece = left < size ? new Uint8Array(left) : pool.take(size)
        left -= piece.byteLength
        filled = 0
        pieces.push(piece.buffer)
      }
      const part = chunk.subarray(offset, offset + piece.byteLength - filled)
      piece.set(part, filled)
      filled += part.byteLength
      offset += part.byteLength
    }
  }
  return pieces
}
