import { HttpError } from './http-error.js'

/**
 * @typedef {object} RequestLine
 * @property {string} method
 * @property {string} target as the client wrote it
 * @property {string} path decoded, starts with a slash
 * @property {string} query with its question mark, or empty
 * @property {'1.0' | '1.1'} version
 */

const pattern = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+) (\S+) HTTP\/(\d\.\d)$/
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/**
 * @param {string} line
 * @returns {RequestLine}
 */
export function parseRequestLine(line) {
  const [, method, target, version] = pattern.exec(line) ?? []
  if (!method || !target) throw new HttpError(400, 'The request line is malformed.')
  if (version !== '1.0' && version !== '1.1') throw new HttpError(505, `HTTP/${version} is not spoken here.`)
  if (!methods.has(method)) throw new HttpError(501, `The method ${method} is not known here.`)
  return { method, target, version, ...splitTarget(method, target) }
}

/**
 * @param {string} method
 * @param {string} target
 */
function splitTarget(method, target) {
  if (target === '*' && method === 'OPTIONS') return { path: '/', query: '' }
  const local = target.replace(/^https?:\/\/[^/?#]*/i, '')
  if (local !== target && !local.startsWith('/')) return splitTarget(method, `/${local}`)
  if (!local.startsWith('/')) throw new HttpError(400, 'The address asked for is malformed.')
  const whole = local.replace(/#.*/, '')
  const path = whole.replace(/\?.*/, '')
  return { path: decodePath(path), query: whole.slice(path.length) }
}

/** @param {string} path */
function decodePath(path) {
  try {
    return decodeURIComponent(path)
  } catch {
    throw new HttpError(400, 'The address asked for is wrongly encoded.')
  }
}
