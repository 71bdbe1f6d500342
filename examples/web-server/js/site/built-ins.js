import { HttpError } from '../http/http-error.js'
import { textResponse } from '../http/response.js'
import { welcomePage } from './welcome-page.js'

/** @typedef {import('../http/request-parser.js').Request} Request */
/** @typedef {import('../http/response.js').Response} Response */

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#0b6bcb"/>
<circle cx="16" cy="16" r="8.5" fill="none" stroke="#fff" stroke-width="2"/><path d="M7.5 16h17M16 7.500c-5 5-5 12 0 17
c5-5 5-12 0-17" fill="none" stroke="#fff" stroke-width="2"/></svg>`
const fresh = { 'Cache-Control': 'no-store' }

/** @type {Map<string, { methods: string[], respond: (request: Request) => Response }>} */
const pages = new Map(
  Object.entries({
    '/': { methods: ['GET', 'HEAD'], respond: welcomePage },
    '/favicon.ico': { methods: ['GET', 'HEAD'], respond: () => textResponse(200, icon, 'image/svg+xml') },
    '/time': { methods: ['GET', 'HEAD'], respond: showTime },
    '/headers': { methods: ['GET', 'HEAD'], respond: showHeaders },
    '/echo': { methods: ['POST', 'PUT'], respond: echoBody },
  }),
)

/**
 * @param {Request} request
 * @returns {Response | null} null when nothing is built in at that path
 */
export function respondBuiltIn(request) {
  const page = pages.get(request.path)
  return page ? respondIfAllowed(request, page.methods, page.respond) : null
}

/**
 * @template {Response | Promise<Response>} T
 * @param {Request} request
 * @param {string[]} methods
 * @param {(request: Request) => T} respond
 * @returns {T | Response}
 */
export function respondIfAllowed(request, methods, respond) {
  if (methods.includes(request.method)) return respond(request)
  const allow = { Allow: [...methods, 'OPTIONS'].join(', ') }
  if (request.method === 'OPTIONS') return { status: 204, headers: allow }
  throw new HttpError(405, `${request.method} is not possible here.`, allow)
}

function showTime() {
  const now = new Date()
  return textResponse(200, `${now.toString()}\n${now.toISOString()}\n`, 'text/plain', fresh)
}

/** @param {Request} request */
function showHeaders({ method, target, version, fields }) {
  const lines = [`${method} ${target} HTTP/${version}`, ...fields.map(([name, value]) => `${name}: ${value}`)]
  return textResponse(200, `${lines.join('\n')}\n`, 'text/plain', fresh)
}

/**
 * @param {Request} request
 * @returns {Response}
 */
function echoBody({ headers, body }) {
  const type = headers.get('content-type') || 'application/octet-stream'
  const careful = { 'Content-Security-Policy': 'sandbox', 'X-Content-Type-Options': 'nosniff' }
  return { status: 200, headers: { 'Content-Type': type, ...careful, ...fresh }, body }
}
