import { isGlob, matchesPath } from '../match-path.ts'
import type { HostPattern } from '../rights/host-pattern.ts'
import { containsHost, parseHostPattern } from '../rights/host-pattern.ts'

/** One of the patterns of a filter: `*://*.example.org/banner*`, `<all_urls>`. */
export interface UrlPattern {
  readonly hosts: HostPattern
  readonly path: string
}

/** Characters of an address that is compared. */
export const maxUrl = 16_384

/** Undefined for what is no pattern. */
export function parseUrlPattern(text: string): UrlPattern | undefined {
  const hosts = parseHostPattern(text)
  if (typeof hosts === 'string') return undefined
  const path = text === '<all_urls>' ? '/*' : text.replace(/^[^:]*:\/\/[^/]*/, '')
  return isGlob(path) ? { hosts, path } : undefined
}

const defaultPorts: Readonly<Record<string, string>> = { http: '80', https: '443', ws: '80', wss: '443' }

/** Of filters, `*` is every scheme (Chromium: extensions/common/url_pattern.cc, SCHEME_ALL). */
export function matchesUrl(
  { hosts, path }: UrlPattern,
  { hostname, pathname, port, protocol, search }: URL,
): boolean {
  const scheme = protocol.slice(0, -1)
  return (
    (hosts.scheme === '*' || hosts.scheme === scheme) &&
    containsHost(hosts.host, hostname) &&
    (hosts.port === '*' || hosts.port === (port || defaultPorts[scheme])) &&
    matchesPath(path, pathname + search)
  )
}
