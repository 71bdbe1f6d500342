import { parseUrl } from '../parse-url.ts'

/** Characters of an address: Chromium takes no longer one (url/url_constants.h, kMaxURLChars). */
const maxLength = 2 * 1024 * 1024

/** Characters of a host with its user and port. To read one in letters of all the world takes a time that grows with their square. */
const maxHost = 1024

/** Where a host stands that is read in this way, in a text without what is passed over. */
const hostPlace = /^(?:(?:https?|wss?|ftp|file):[/\\]*|[/\\]{2,})([^/\\?#]*)/i

function findHost(text: string): string {
  const plain = text.replaceAll(/[\t\n\r]/g, '').replace(/^[\0- ]+/, '')
  return hostPlace.exec(plain)?.[1] ?? ''
}

/** The address that a text of a page is; undefined for what is none, and for one that takes long to read. */
export function readAddress(text: string, base?: string): URL | undefined {
  if (text.length > maxLength || findHost(text).length > maxHost) return undefined
  return parseUrl(text, base)
}
