import { freeMemory } from '../memory/free-memory.ts'
import { flowControl, itemKinds } from '../../renderer-types/wire.ts'
import type { DataItem } from '../../renderer-types/wire.ts'
import type { Piece, PiecePool } from './piece-pool.ts'

/** Bytes: smaller pieces are cut by the page, out of some of about {@link coarsePiece}. */
const finestPiece = 1024
const coarsePiece = 64 * 1024

function toPieceSize(bufferSize: number): number {
  if (bufferSize >= finestPiece) return Math.min(bufferSize, flowControl.messageBytes)
  return coarsePiece - (coarsePiece % bufferSize)
}

/** As `subarray`, which is slow where the chunk is a Buffer. */
function viewPart(
  { buffer, byteLength, byteOffset }: Uint8Array,
  start: number,
  end = byteLength,
): Uint8Array {
  return new Uint8Array(buffer, byteOffset + start, end - start)
}

/** Copies parts one behind the other; returns the length of all. */
function join(parts: readonly Piece[], target: Piece): number {
  let filled = 0
  for (const part of parts) {
    target.set(part, filled)
    filled += part.byteLength
  }
  return filled
}

/** Reads of one socket that have not been posted yet, cut to what one `onReceive` event takes. */
export class PendingData {
  readonly socketId: number
  byteLength = 0
  readonly #bufferSize: number
  readonly #pieceSize: number
  readonly #pool: PiecePool
  readonly #pieces: Piece[] = []
  /** What is less than a piece takes no more memory than it is long. */
  #rest: Piece[] = []
  #restLength = 0

  constructor(socketId: number, bufferSize: number, pool: PiecePool) {
    this.socketId = socketId
    this.#bufferSize = bufferSize
    this.#pieceSize = toPieceSize(bufferSize)
    this.#pool = pool
  }

  accepts(socketId: number, bufferSize: number): boolean {
    return this.socketId === socketId && this.#bufferSize === bufferSize && this.#room > 0
  }

  /** Copies as much of a chunk as a message holds; returns what is left of it. */
  add(chunk: Uint8Array): Uint8Array {
    const length = Math.min(chunk.byteLength, this.#room)
    let start = 0
    while (length - start >= this.#pieceSize - this.#restLength) start += this.#fillPiece(chunk, start)
    if (start < length) this.#keep(viewPart(chunk, start, length))
    this.byteLength += length
    return viewPart(chunk, length)
  }

  /** Posting the item clones it; {@link release} follows. */
  toItem(): DataItem {
    if (this.#rest.length > 1) this.#joinRest()
    const pieces = [...this.#pieces, ...this.#rest]
    return [itemKinds.data, this.socketId, this.#bufferSize, ...pieces.map(({ buffer }) => buffer)]
  }

  release(): void {
    this.#pool.giveBack(this.#pieces)
    this.#dropRest()
  }

  get #room(): number {
    return flowControl.messageBytes - this.byteLength
  }

  #keep(part: Uint8Array): void {
    this.#rest.push(part.byteLength === coarsePiece ? this.#borrowFor(part) : new Uint8Array(part))
    this.#restLength += part.byteLength
  }

  #borrowFor(part: Uint8Array): Piece {
    const piece = this.#pool.borrow(part.byteLength)
    piece.set(part)
    return piece
  }

  /** Makes a piece of the rest and of a part of a chunk; returns how long that is. */
  #fillPiece(chunk: Uint8Array, start: number): number {
    const piece = this.#pool.borrow(this.#pieceSize)
    const filled = join(this.#rest, piece)
    const length = this.#pieceSize - filled
    piece.set(viewPart(chunk, start, start + length), filled)
    this.#pieces.push(piece)
    this.#dropRest()
    return length
  }

  #joinRest(): void {
    const joined = new Uint8Array(this.#restLength)
    join(this.#rest, joined)
    this.#dropRest()
    this.#rest = [joined]
  }

  #dropRest(): void {
    if (this.#rest.length === 0) return
    for (const part of this.#rest) {
      if (part.byteLength === coarsePiece) this.#pool.giveBack([part])
      else freeMemory(part.buffer)
    }
    this.#rest = []
    this.#restLength = 0
  }
}
