import { createBody } from './body.js'
import { ByteQueue } from './byte-queue.js'
import { collectHeaders, listTokens, parseField } from './headers.js'
import { HttpError } from './http-error.js'
import { defaultLimits } from './limits.js'
import { parseRequestLine } from './request-line.js'

/**
 * @typedef {object} RequestParts
 * @property {Map<string, string>} headers by lower-case name
 * @property {import('./headers.js').Field[]} fields the headers as the client wrote them
 * @property {boolean} keepAlive whether the client wants to keep the connection
 * @property {Uint8Array<ArrayBuffer>} body
 * @typedef {import('./request-line.js').RequestLine & RequestParts} Request
 */

/** Turns the bytes of one connection into requests: give it what arrives, then ask for what is complete. */
export class RequestParser {
  #queue = new ByteQueue()
  #limits
  /** @type {import('./request-line.js').RequestLine | null} */
  #line = null
  /** @type {import('./headers.js').Field[]} */
  #fields = []
  #headerSize = 0
  /** @type {Map<string, string> | null} */
  #headers = null
  /** @type {import('./body.js').Body | null} */
  #body = null
  #wantsContinue = false

  constructor(limits = defaultLimits) {
    this.#limits = limits
  }

  /** Bytes that wait for their turn. */
  get waiting() {
    return this.#queue.length
  }

  /** No part of a request has arrived. */
  get idle() {
    return this.#line === null && this.#queue.length === 0
  }

  /** The request line of the request under way, for the log of a request that fails. */
  get line() {
    return this.#line
  }

  /** @param {Uint8Array} bytes */
  push(bytes) {
    this.#queue.push(bytes)
  }

  /**
   * @returns {Request | null} the next complete request, null while it has not all arrived
   * @throws {HttpError} when it is not one; the connection is of no use then
   */
  next() {
    if (!this.#readLine() || !this.#readHeaders() || !this.#body?.read(this.#queue)) return null
    return this.#finish()
  }

  /** @returns {boolean} true once for a request whose client waits for "100 Continue" with its body */
  takeContinue() {
    const wanted = this.#wantsContinue
    this.#wantsContinue = false
    return wanted
  }

  #readLine() {
    while (this.#line === null) {
      const line = this.#queue.takeLine(this.#limits.line, 414)
      if (line === null) return false
      if (line !== '') this.#line = parseRequestLine(line)
    }
    return true
  }

  #readHeaders() {
    while (this.#headers === null) {
      const line = this.#queue.takeLine(this.#limits.headers, 431)
      if (line === null) return false
      if (line === '') this.#finishHeaders()
      else this.#addField(line)
    }
    return true
  }

  /** @param {string} line */
  #addField(line) {
    this.#headerSize += line.length
    const many = this.#fields.length >= this.#limits.headerCount
    if (many || this.#headerSize > this.#limits.headers) throw new HttpError(431, 'The headers are too long.')
    this.#fields.push(parseField(line))
  }

  #finishHeaders() {
    const headers = collectHeaders(this.#fields)
    const modern = this.#line?.version === '1.1'
    if (modern && !headers.has('host')) throw new HttpError(400, 'The Host header is missing.')
    const expected = modern ? headers.get('expect')?.toLowerCase() : undefined
    if (expected !== undefined && expected !== '100-continue')
      throw new HttpError(417, 'Unknown expectation.')
    this.#body = createBody(headers, this.#limits)
    this.#headers = headers
    this.#wantsContinue = expected !== undefined && this.#queue.length === 0
  }

  /** @returns {Request} */
  #finish() {
    const line = /** @type {import('./request-line.js').RequestLine} */ (this.#line)
    const headers = /** @type {Map<string, string>} */ (this.#headers)
    const body = /** @type {import('./body.js').Body} */ (this.#body).bytes()
    const keepAlive = wantsKeepAlive(line.version, headers)
    const request = { ...line, headers, fields: this.#fields, keepAlive, body }
    this.#line = this.#headers = this.#body = null
    this.#fields = []
    this.#headerSize = 0
    this.#wantsContinue = false
    return request
  }
}

/**
 * @param {'1.0' | '1.1'} version
 * @param {Map<string, string>} headers
 */
function wantsKeepAlive(version, headers) {
  const tokens = listTokens(headers, 'connection')
  return version === '1.1' ? !tokens.includes('close') : tokens.includes('keep-alive')
}
