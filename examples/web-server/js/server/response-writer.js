import { concatBytes } from '../http/bytes.js'
import { formatHead, sizeOf } from '../http/response.js'
import { sendBytes } from './send-bytes.js'

/** @typedef {import('../http/response.js').Response} Response */

const pieceSize = 256 * 1024
const continueLine = new TextEncoder().encode('HTTP/1.1 100 Continue\r\n\r\n')

/** Writes responses to one client, a piece at a time: the next one is read when the last one is sent. */
export class ResponseWriter {
  /** Bytes of the body of the latest response that were sent. */
  bodySent = 0
  #socketId
  #onSent
  /** @type {(reason: Error) => void} */
  #giveUp = () => {}

  /**
   * @param {number} socketId
   * @param {(bytes: number) => void} onSent
   */
  constructor(socketId, onSent) {
    this.#socketId = socketId
    this.#onSent = onSent
  }

  /**
   * @param {Response} response
   * @param {{ keepAlive: boolean, withBody: boolean }} options
   */
  async write(response, { keepAlive, withBody }) {
    const size = withBody ? sizeOf(response) : 0
    let head = formatHead(response, keepAlive)
    this.bodySent = 0
    do {
      const piece = await readPiece(response.body, this.bodySent, Math.min(size, this.bodySent + pieceSize))
      await this.#send(head.length > 0 ? concatBytes([head, piece]) : piece)
      this.bodySent += piece.length
      head = head.subarray(head.length)
    } while (this.bodySent < size)
  }

  sendContinue() {
    return this.#send(concatBytes([continueLine]))
  }

  /** Chrome may never call back for what is being sent when its socket is closed. */
  abort() {
    this.#giveUp(new Error('The connection is closed.'))
  }

  /** @param {Uint8Array<ArrayBuffer>} bytes */
  async #send(bytes) {
    await new Promise((resolve, reject) => {
      this.#giveUp = reject
      sendBytes(this.#socketId, bytes).then(resolve, reject)
    })
    this.#onSent(bytes.length)
  }
}

/**
 * @param {Response['body']} body
 * @param {number} start
 * @param {number} end
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
async function readPiece(body, start, end) {
  if (!(body instanceof Blob)) return (body ?? new Uint8Array(0)).slice(start, end)
  const piece = new Uint8Array(await body.slice(start, end).arrayBuffer())
  if (piece.length !== end - start) throw new Error('The file is shorter than it was.')
  return piece
}
