import { HttpError } from '../http/http-error.js'
import { respondBuiltIn, respondIfAllowed } from './built-ins.js'
import { respondWithFile } from './file-response.js'
import { encodePath } from './html.js'
import { listingPage } from './listing-page.js'

/** @typedef {import('../http/request-parser.js').Request} Request */
/** @typedef {import('../http/response.js').Response} Response */
/** @typedef {import('./shared-folder.js').SharedFolder} SharedFolder */

const indexNames = ['index.html', 'index.htm']

/** What the server serves: the shared folder if there is one, and what is built in. */
export class Site {
  /** @type {SharedFolder | null} */
  folder = null

  /**
   * @param {Request} request
   * @returns {Response | Promise<Response>}
   */
  respond(request) {
    const response = (this.folder && respondFromFolder(this.folder, request)) ?? respondBuiltIn(request)
    if (response) return response
    throw new HttpError(404, `There is nothing at ${request.path}.`)
  }
}

/**
 * @param {SharedFolder} folder
 * @param {Request} request
 * @returns {Response | Promise<Response> | null} null when the folder has nothing at that path
 */
function respondFromFolder(folder, request) {
  const path = request.path.slice(1)
  const file = folder.findFile(path) ?? findIndex(folder, path)
  /** @type {() => Response | Promise<Response>} */
  const respond = file ? () => respondWithFile(file, request) : () => respondWithListing(folder, request)
  if (!file && !folder.findListing(path.replace(/\/$/, ''))) return null
  return respondIfAllowed(request, ['GET', 'HEAD'], respond)
}

/**
 * @param {SharedFolder} folder
 * @param {string} path
 */
function findIndex(folder, path) {
  if (path !== '' && !path.endsWith('/')) return null
  const found = indexNames.map((name) => folder.findFile(path + name))
  return found.find((file) => file !== null) ?? null
}

/**
 * @param {SharedFolder} folder
 * @param {Request} request
 * @returns {Response}
 */
function respondWithListing(folder, { path, query }) {
  const name = path.slice(1).replace(/\/$/, '')
  const listing = folder.findListing(name)
  if (!listing) throw new HttpError(404, `There is nothing at ${path}.`)
  // Relative links of a folder's page need the slash at its end.
  if (!path.endsWith('/')) return { status: 301, headers: { Location: `${encodePath(path)}/${query}` } }
  return listingPage(folder.name, name, listing)
}
