import type net from 'node:net'
import { pieceSize } from '../server/pattern.ts'
import type { ByteStream } from './byte-stream.ts'

/** Writes a stream to a socket, with no more than a window of bytes that the other side has not confirmed. */
export class Pushing {
  readonly #socket: net.Socket
  readonly #stream: ByteStream
  readonly #offset: number
  readonly #window: number
  #sent = 0
  #confirmed = 0
  #full = false
  #stopped = false

  constructor(socket: net.Socket, stream: ByteStream, offset: number, window: number) {
    this.#socket = socket
    this.#stream = stream
    this.#offset = offset
    this.#window = window
    socket.on('drain', () => {
      this.#full = false
      this.#push()
    })
    this.#push()
  }

  get sent(): number {
    return this.#sent
  }

  confirm(total: number): void {
    this.#confirmed = total
    this.#push()
  }

  stop(): void {
    this.#stopped = true
  }

  #push(): void {
    while (!this.#stopped && !this.#full && this.#sent + pieceSize <= this.#confirmed + this.#window) {
      const piece = this.#stream.slice(this.#offset + this.#sent, pieceSize)
      this.#sent += piece.length
      this.#full = !this.#socket.write(piece)
    }
  }
}
