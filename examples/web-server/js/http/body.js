import { ChunkedBody } from './chunked-body.js'
import { HttpError } from './http-error.js'
import { SizedBody } from './sized-body.js'

/** @typedef {import('./byte-queue.js').ByteQueue} ByteQueue */
/** @typedef {import('./limits.js').Limits} Limits */

/**
 * A body on its way. `read` takes what has arrived from the queue and says whether that was all.
 * @typedef {{ read(queue: ByteQueue): boolean, bytes(): Uint8Array<ArrayBuffer> }} Body
 */

/**
 * @param {Map<string, string>} headers
 * @param {Limits} limits
 * @returns {Body}
 */
export function createBody(headers, limits) {
  const coding = headers.get('transfer-encoding')
  const length = headers.get('content-length')
  if (coding === undefined) return new SizedBody(parseLength(length ?? '0'), limits)
  if (length !== undefined)
    throw new HttpError(400, 'Content-Length and Transfer-Encoding exclude each other.')
  if (coding.toLowerCase() !== 'chunked') throw new HttpError(501, 'This transfer coding is not known here.')
  return new ChunkedBody(limits)
}

/** @param {string} text */
function parseLength(text) {
  if (!/^\d+$/.test(text)) throw new HttpError(400, 'Content-Length is not a number.')
  return Number(text)
}
