export type Piece = Uint8Array<ArrayBuffer>

/** Bytes that are kept of each size of pieces. */
const capacity = 4 * 1024 * 1024
/** Sizes that are kept: a page may think of any number of them. */
const maxSizes = 8

/**
 * Memory for the pieces that a message carries. Posting clones them, so that a later message can use the same memory:
 * fresh pages are what costs most in carrying bulk data.
 */
export class PiecePool {
  readonly #sizes = new Map<number, Piece[]>()

  borrow(size: number): Piece {
    return this.#sizes.get(size)?.pop() ?? new Uint8Array(size)
  }

  /** Nobody needs what is in the pieces any more. */
  giveBack(pieces: readonly Piece[]): void {
    for (const piece of pieces) {
      const kept = this.#open(piece.byteLength)
      if (kept.length * piece.byteLength < capacity) kept.push(piece)
    }
  }

  #open(size: number): Piece[] {
    const known = this.#sizes.get(size)
    if (known !== undefined) return known
    if (this.#sizes.size >= maxSizes) this.#sizes.clear()
    const opened: Piece[] = []
    this.#sizes.set(size, opened)
    return opened
  }
}
