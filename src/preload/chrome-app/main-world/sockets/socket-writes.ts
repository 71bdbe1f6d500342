import { quotaExceeded } from '../../../../renderer-types/wire.ts'
import { sliceBytes } from '../../../main-world/binary.ts'
import type { Calls } from '../../../main-world/calls.ts'

/** Bytes that go to the main process at a time: a call takes no more. */
const pieceLength = 65_536

/** Is told how many bytes were written, or a net error; and what Chrome says of it, if anything. */
type Finish = (bytesWritten: number | undefined, error?: string) => void

interface Write {
  readonly bytes: ArrayBuffer
  readonly finish: Finish
}

/** What the app's pages write by `chrome.socket`: of each socket one write after the other, piece by piece. */
export class SocketWrites {
  readonly #calls: Calls
  readonly #quota: number
  readonly #queues = new Map<number, Write[]>()
  #bytes = 0

  /** The background page's calls: they go on when the page that writes has gone. */
  constructor(calls: Calls, quota: number) {
    this.#calls = calls
    this.#quota = quota
  }

  /** The bytes are taken before this returns. */
  write(socketId: number, data: Uint8Array, finish: Finish): void {
    if (this.#bytes + data.byteLength > this.#quota) return finish(undefined, quotaExceeded)
    this.#bytes += data.byteLength
    const write = { bytes: sliceBytes(data, 0, data.byteLength), finish }
    const queue = this.#queues.get(socketId)
    if (queue !== undefined) return void queue.push(write)
    this.#queues.set(socketId, [])
    this.#begin(socketId, write)
  }

  #begin(socketId: number, { bytes, finish }: Write, at = 0): void {
    const piece = new Uint8Array(bytes, at, Math.min(pieceLength, bytes.byteLength - at))
    this.#calls.post('socketPieces.write', [socketId, piece], ([written], error) => {
      const next = at + piece.byteLength
      const isWritten = error === undefined && written === piece.byteLength
      if (isWritten && next < bytes.byteLength) return this.#begin(socketId, { bytes, finish }, next)
      this.#bytes -= bytes.byteLength
      finish(isWritten ? bytes.byteLength : (written as number | undefined), error)
      this.#continue(socketId)
    })
  }

  #continue(socketId: number): void {
    const next = this.#queues.get(socketId)?.shift()
    if (next === undefined) this.#queues.delete(socketId)
    else this.#begin(socketId, next)
  }
}
