import { contentTypeOf } from '../http/content-types.js'
import { HttpError } from '../http/http-error.js'
import { parseRange } from '../http/range.js'

/** @typedef {import('../http/request-parser.js').Request} Request */
/** @typedef {import('../http/response.js').Response} Response */
/** @typedef {import('./shared-folder.js').SharedFile} SharedFile */

/**
 * @param {SharedFile} shared
 * @param {Request} request
 * @returns {Promise<Response>}
 */
export async function respondWithFile(shared, { method, headers }) {
  const file = await openFile(shared)
  const tag = `"${file.size.toString(36)}-${file.lastModified.toString(36)}"`
  const common = {
    ETag: tag,
    'Last-Modified': new Date(file.lastModified).toUTCString(),
    'Cache-Control': 'no-cache',
  }
  if (matchesTag(headers.get('if-none-match'), tag)) return { status: 304, headers: common }
  const described = { ...common, 'Content-Type': contentTypeOf(shared.path), 'Accept-Ranges': 'bytes' }
  const wanted = method === 'GET' && (headers.get('if-range') ?? tag) === tag
  const range = wanted ? headers.get('range') : undefined
  return respondWithRange(file, parseRange(range, file.size), described)
}

/**
 * @param {File} file
 * @param {ReturnType<typeof parseRange>} range
 * @param {Record<string, string>} headers
 * @returns {Response}
 */
function respondWithRange(file, range, headers) {
  if (range === 'whole') return { status: 200, headers, body: file }
  if (range === 'unsatisfiable') {
    throw new HttpError(416, 'The file does not have that part.', { 'Content-Range': `bytes */${file.size}` })
  }
  const contentRange = `bytes ${range.start}-${range.end - 1}/${file.size}`
  return {
    status: 206,
    headers: { ...headers, 'Content-Range': contentRange },
    body: file.slice(range.start, range.end),
  }
}

/**
 * A File is a snapshot: once the file on disk has changed it cannot be read any more.
 * @param {SharedFile} shared
 */
async function openFile(shared) {
  try {
    const file = await shared.open()
    await file.slice(0, 1).arrayBuffer()
    return file
  } catch {
    throw new HttpError(404, 'This file was changed or removed after it was shared. Share its folder again.')
  }
}

/**
 * @param {string | undefined} header
 * @param {string} tag
 */
function matchesTag(header, tag) {
  const tags = header?.split(',').map((each) => each.trim().replace(/^W\//, '')) ?? []
  return tags.includes(tag) || tags.includes('*')
}
