import { freeMemory } from '../free-memory.ts'
import { flowControl, itemKinds } from '../../renderer-types/wire.ts'
import type { DataItem } from '../../renderer-types/wire.ts'
import type { PiecePool } from './piece-pool.ts'
import { cutPieces } from './piece-pool.ts'

/** Bytes; data for smaller buffers is cut by the page. */
const smallestPiece = 1024

/** The buffer that these bytes are all of. */
function findOwnBuffer({ buffer, byteLength }: Buffer): ArrayBuffer | undefined {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? buffer : undefined
}

/** The bytes alone, not the larger block that a small Buffer may be a part of. */
export function toArrayBuffer(bytes: Buffer): ArrayBuffer {
  return findOwnBuffer(bytes) ?? new Uint8Array(bytes).buffer
}

function freeChunk(chunk: Buffer): void {
  const buffer = findOwnBuffer(chunk)
  if (buffer !== undefined) freeMemory(buffer)
}

/** Reads of one socket that have not been posted yet. */
export class PendingData {
  readonly socketId: number
  readonly #bufferSize: number
  readonly #chunks: Buffer[]
  byteLength: number

  constructor(socketId: number, bufferSize: number, chunk: Buffer) {
    this.socketId = socketId
    this.#bufferSize = bufferSize
    this.#chunks = [chunk]
    this.byteLength = chunk.byteLength
  }

  accepts(socketId: number, bufferSize: number, chunk: Buffer): boolean {
    return (
      this.socketId === socketId &&
      this.#bufferSize === bufferSize &&
      this.byteLength + chunk.byteLength <= flowControl.messageBytes
    )
  }

  add(chunk: Buffer): void {
    this.#chunks.push(chunk)
    this.byteLength += chunk.byteLength
  }

  toItem(pool: PiecePool): DataItem {
    return [itemKinds.data, this.socketId, this.#bufferSize, ...this.#toPieces(pool)]
  }

  #toPieces(pool: PiecePool): ArrayBuffer[] {
    const [only, ...others] = this.#chunks
    const whole = only !== undefined && others.length === 0 ? only : undefined
    if (whole !== undefined && whole.byteLength <= this.#bufferSize) return [toArrayBuffer(whole)]
    if (this.#bufferSize < smallestPiece) return [toArrayBuffer(whole ?? Buffer.concat(this.#chunks))]
    const pieces = cutPieces(this.#chunks, this.#bufferSize, pool)
    for (const chunk of this.#chunks) freeChunk(chunk)
    return pieces
  }
}
