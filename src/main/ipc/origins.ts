import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseUrl } from '../parse-url.ts'

/** Says whether pages of a URL belong to an app. */
export interface OriginRule {
  /** The common beginnings of their addresses, which end with a slash, or whole addresses. */
  readonly places: readonly string[]
  readonly allows: (url: URL) => boolean
}

function contains(place: string, other: string): boolean {
  return place.endsWith('/') ? other.startsWith(place) : other === place
}

/** A place where there can be a page that both allow. */
export function findOverlap(one: OriginRule, other: OriginRule): string | undefined {
  return one.places.find((place) => other.places.some((its) => contains(place, its) || contains(its, place)))
}

export function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file)
  const isOutside = relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative)
  return relative !== '' && !isOutside
}

/** Electron's loadFile() leaves `%` as it is, and so does Chromium where no two digits follow. */
function toFilePath(url: URL): string | undefined {
  if (url.protocol !== 'file:') return undefined
  try {
    return fileURLToPath(url.href.replaceAll(/%(?![\dA-Fa-f]{2})/g, '%25'))
  } catch {
    return undefined
  }
}

/**
 * A path and what it really is, where links lie on the way: a script's folder is the one, `app.getAppPath()` may be the
 * other. Of a page the real path does not count: a link from outside would bring the files beside it along.
 */
function listNames(file: string): string[] {
  try {
    return [...new Set([file, fs.realpathSync(file)])]
  } catch {
    return [file]
  }
}

/** Pages of files inside a folder. */
export function allowFolder(folder: string): OriginRule {
  const folders = listNames(folder)
  return {
    places: folders.map((name) => pathToFileURL(path.join(name, path.sep)).href),
    allows: (url) => {
      const file = toFilePath(url)
      return file !== undefined && folders.some((name) => isInside(name, file))
    },
  }
}

function allowFile(file: string): OriginRule {
  const files = listNames(file)
  return {
    places: files.map((name) => pathToFileURL(name).href),
    allows: (url) => files.includes(toFilePath(url) ?? ''),
  }
}

function isFile(file: string): boolean {
  return fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? /\.x?html?$/i.test(file)
}

function parseFile(text: string, file: string): OriginRule {
  if (path.parse(file).root === path.resolve(file))
    throw new TypeError(`Invalid origin '${text}': it would be every file there is`)
  return isFile(file) ? allowFile(file) : allowFolder(file)
}

function explainOrigin(url: URL | undefined): string | undefined {
  if (url?.host === '' || url === undefined) return undefined
  if (url.host.includes('*')) return 'there are no wildcards; name each origin'
  if (!['', '/'].includes(url.pathname) || url.search !== '' || url.protocol === 'file:') return undefined
  return ''
}

/** `file:///path/of/a/folder/` or one file in it, or scheme and host (`app://bundle`, `http://localhost:5173`). */
export function parseOrigin(text: string): OriginRule {
  const url = parseUrl(text)
  const file = url && toFilePath(url)
  if (file !== undefined) return parseFile(text, file)
  const complaint = explainOrigin(url)
  if (url === undefined || complaint !== '')
    throw new TypeError(`Invalid origin '${text}': ${complaint ?? `expected one like ${exampleOrigins}`}`)
  // Node keeps large letters in the hosts of schemes that it does not know, Chromium has none.
  const own = url.host.toLowerCase()
  return {
    places: [`${url.protocol}//${own}/`],
    allows: ({ protocol, host }) => protocol === url.protocol && host.toLowerCase() === own,
  }
}

const exampleOrigins = [`app://bundle`, `http://localhost:5173`, pathToFileURL('/path/of/app/').href].join(
  ', ',
)
