import { matchesPath } from '../match-path.ts'
import { containsHost } from '../rights/host-pattern.ts'
import { parseUrl } from '../../parse-url.ts'

/** `scheme://host/path`, each with `*` (Chromium: extensions/common/url_pattern.cc). */
const form = /^(\*|https?|file|ftp|chrome-extension|chrome-app):\/\/(\*|(?:\*\.)?[^/*]*)?(\/.*)$/

/** Whether Chrome takes it for a pattern. */
export const isPattern = (pattern: string): boolean => pattern === '<all_urls>' || form.test(pattern)

export function matchesPattern(pattern: string, address: string): boolean {
  const url = parseUrl(address)
  if (url === undefined) return false
  const { hostname, pathname, protocol, search } = url
  if (pattern === '<all_urls>') return true
  const [, scheme = '', host = '', path = ''] = form.exec(pattern) ?? []
  const isScheme = scheme === '*' ? /^https?:$/.test(protocol) : protocol === `${scheme}:`
  return isScheme && (host === '' || containsHost(host, hostname)) && matchesPath(path, pathname + search)
}
