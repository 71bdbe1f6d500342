import { isGlob, matchesPath } from '../match-path.ts'
import { containsHost } from '../rights/host-pattern.ts'
import { parseUrl } from '../../parse-url.ts'

/** `scheme://host/path`, each with `*` (Chromium: extensions/common/url_pattern.cc). */
const form = /^(\*|https?|file|ftp|chrome-extension|chrome-app):\/\/(\*|(?:\*\.)?[^/*]*)?(\/.*)$/

/** Whether Chrome takes it for a pattern, and it may be looked for. */
export function isPattern(pattern: string): boolean {
  const path = form.exec(pattern)?.[3]
  return pattern === '<all_urls>' || (path !== undefined && isGlob(path))
}

/** Characters of an address that is compared. Chrome has no limit. */
const maxUrl = 8192

function matches(pattern: string, { hostname, pathname, protocol, search }: URL): boolean {
  const [, scheme = '', host = '', path = ''] = form.exec(pattern) ?? []
  const isScheme = scheme === '*' ? /^https?:$/.test(protocol) : protocol === `${scheme}:`
  return isScheme && (host === '' || containsHost(host, hostname)) && matchesPath(path, pathname + search)
}

/** Whether one of the patterns is for an address. */
export function matchesAny(patterns: readonly string[], address: string): boolean {
  if (patterns.length === 0) return true
  if (address.length > maxUrl) return patterns.includes('<all_urls>')
  const url = parseUrl(address)
  return url !== undefined && patterns.some((pattern) => pattern === '<all_urls>' || matches(pattern, url))
}
