import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** Says whether pages of a URL belong to an app. */
export interface OriginRule {
  /** The common beginning of their addresses; it ends with a slash. */
  readonly place: string
  readonly allows: (url: URL) => boolean
}

/** True when there can be a page that both allow. */
export function overlaps(one: OriginRule, other: OriginRule): boolean {
  return one.place.startsWith(other.place) || other.place.startsWith(one.place)
}

function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file)
  const isOutside = relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative)
  return relative !== '' && !isOutside
}

function toFilePath(url: URL): string | undefined {
  try {
    return fileURLToPath(url)
  } catch {
    return undefined
  }
}

/** Pages of files inside a folder. */
export function allowFolder(folder: string): OriginRule {
  return {
    place: pathToFileURL(path.join(folder, path.sep)).href,
    allows: (url) => {
      const file = url.protocol === 'file:' ? toFilePath(url) : undefined
      return file !== undefined && isInside(folder, file)
    },
  }
}

/** `file:///path/of/a/folder/`, or scheme and host (`app://bundle`, `http://localhost:5173`). */
export function parseOrigin(text: string): OriginRule {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const file = url?.protocol === 'file:' ? toFilePath(url) : undefined
  if (file !== undefined) return allowFolder(file)
  const isPlain =
    url !== undefined && url.host !== '' && ['', '/'].includes(url.pathname) && url.search === ''
  if (!isPlain) throw new TypeError(`Invalid origin '${text}': expected one like ${exampleOrigins}`)
  return {
    place: `${url.protocol}//${url.host}/`,
    allows: ({ protocol, host }) => protocol === url.protocol && host === url.host,
  }
}

const exampleOrigins = [`app://bundle`, `http://localhost:5173`, pathToFileURL('/path/of/app/').href].join(
  ', ',
)
