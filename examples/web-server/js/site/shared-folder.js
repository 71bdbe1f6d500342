/**
 * @typedef {object} SharedFile
 * @property {string} path below the shared folder, without a leading slash
 * @property {number} size
 * @property {number} modified milliseconds since 1970
 * @property {() => Promise<File>} open
 */

/** @typedef {{ folders: Set<string>, files: SharedFile[] }} Listing names of folders, and files */

/** The files that may be served, by path: nothing else can be reached, whatever a request asks for. */
export class SharedFolder {
  /** @type {Map<string, SharedFile>} */
  #files = new Map()
  /** @type {Map<string, Listing>} */
  #listings = new Map([['', { folders: new Set(), files: [] }]])

  /**
   * @param {string} name
   * @param {readonly SharedFile[]} files
   */
  constructor(name, files) {
    this.name = name
    for (const file of files) if (!isHidden(file.path)) this.#add(file)
  }

  get count() {
    return this.#files.size
  }

  get size() {
    return [...this.#files.values()].reduce((sum, file) => sum + file.size, 0)
  }

  /** @param {string} path */
  findFile(path) {
    return this.#files.get(path) ?? null
  }

  /** @param {string} path without a slash at either end, '' for the shared folder itself */
  findListing(path) {
    return this.#listings.get(path) ?? null
  }

  /** @param {SharedFile} file */
  #add(file) {
    this.#files.set(file.path, file)
    this.#makeListing(parentOf(file.path)).files.push(file)
  }

  /**
   * @param {string} path
   * @returns {Listing}
   */
  #makeListing(path) {
    const known = this.#listings.get(path)
    if (known) return known
    const listing = { folders: new Set(), files: [] }
    this.#listings.set(path, listing)
    this.#makeListing(parentOf(path)).folders.add(path.slice(path.lastIndexOf('/') + 1))
    return listing
  }
}

/** @param {string} path */
function parentOf(path) {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

/**
 * Passwords and histories live in hidden files; only .well-known is there for the web.
 * @param {string} path
 */
function isHidden(path) {
  return path.split('/').some((part) => part.startsWith('.') && part !== '.well-known')
}
