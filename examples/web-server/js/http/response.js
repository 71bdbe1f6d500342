import { statusTexts } from './status-texts.js'

/**
 * What answers a request. A Blob is read piece by piece while it is sent.
 * @typedef {object} Response
 * @property {number} status
 * @property {Record<string, string>} [headers]
 * @property {Uint8Array<ArrayBuffer> | Blob} [body]
 */

const encoder = new TextEncoder()

/**
 * @param {Response} response
 * @param {boolean} keepAlive
 * @returns {Uint8Array<ArrayBuffer>} status line and headers
 */
export function formatHead(response, keepAlive) {
  const lines = [`HTTP/1.1 ${response.status} ${statusTexts[response.status] ?? ''}`]
  const headers = {
    Date: new Date().toUTCString(),
    ...response.headers,
    ...closingHeaders(response, keepAlive),
  }
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`)
  return encoder.encode(`${lines.join('\r\n')}\r\n\r\n`)
}

/**
 * @param {Response} response
 * @param {boolean} keepAlive
 */
function closingHeaders(response, keepAlive) {
  const connection = { Connection: keepAlive ? 'keep-alive' : 'close' }
  if (response.status === 204 || response.status === 304) return connection
  return { 'Content-Length': String(sizeOf(response)), ...connection }
}

/** @param {Response} response */
export function sizeOf({ body }) {
  if (!body) return 0
  return body instanceof Blob ? body.size : body.length
}

/**
 * @param {number} status
 * @param {string} text
 * @param {string} [type]
 * @param {Record<string, string>} [headers]
 * @returns {Response}
 */
export function textResponse(status, text, type = 'text/plain', headers = {}) {
  return {
    status,
    headers: { 'Content-Type': `${type}; charset=utf-8`, 'X-Content-Type-Options': 'nosniff', ...headers },
    body: encoder.encode(text),
  }
}
