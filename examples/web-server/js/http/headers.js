import { HttpError } from './http-error.js'

/** @typedef {[name: string, value: string]} Field a header as the client wrote it */

const field = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*(.*?)[ \t]*$/
const controlCharacter = /[^\t -~\u0080-\uffff]/
const single = new Set(['host', 'content-length', 'transfer-encoding', 'content-type', 'range', 'expect'])

/**
 * Folded lines and a space before the colon are refused: servers that disagree on them can be tricked.
 * @param {string} line
 * @returns {Field}
 */
export function parseField(line) {
  const [, name, value] = field.exec(line) ?? []
  if (name === undefined || value === undefined || controlCharacter.test(line)) {
    throw new HttpError(400, 'A header line is malformed.')
  }
  return [name, value]
}

/**
 * @param {readonly Field[]} fields
 * @returns {Map<string, string>} values by lower-case name, repeated ones joined by a comma
 */
export function collectHeaders(fields) {
  /** @type {Map<string, string>} */
  const headers = new Map()
  for (const [rawName, value] of fields) {
    const name = rawName.toLowerCase()
    const before = headers.get(name)
    if (before !== undefined && single.has(name))
      throw new HttpError(400, `There is more than one ${rawName} header.`)
    headers.set(name, before === undefined ? value : `${before}, ${value}`)
  }
  return headers
}

/**
 * @param {Map<string, string>} headers
 * @param {string} name
 * @returns {string[]} the comma-separated words of a header, lower-case
 */
export function listTokens(headers, name) {
  const value = headers.get(name) ?? ''
  return value.split(',').map((token) => token.trim().toLowerCase())
}
