import { parseUrl } from '../../parse-url.ts'

/** One of Chrome's match patterns: `http://*.example.org/*`, `<all_urls>`. Of permissions the path means nothing. */
export interface HostPattern {
  /** `http`, `https`, or `*` for both. */
  readonly scheme: string
  /** A name, `*`, or `*.` and a name. */
  readonly host: string
  readonly port: string
}

const schemes = /^(?:\*|https?|file|ftp|wss?|chrome|filesystem)$/
const everything: HostPattern = { scheme: '*', host: '*', port: '*' }

const isPort = (port: string): boolean => port === '*' || (/^\d+$/.test(port) && Number(port) <= 65_535)

/** Characters of a name; there is none that has more. To read one takes a time that grows with their square. */
const maxName = 253

/** As it stands in addresses: of names in Punycode, of an IP the four numbers. Undefined for what is no host. */
function canonicalizeName(name: string): string | undefined {
  const address = `http://${name}/`
  const isPlain = name !== '' && name.length <= maxName && !/[\s/?#@\\]/.test(name)
  return isPlain ? parseUrl(address)?.hostname : undefined
}

/** Of a pattern's host the same (Chromium: extensions/common/url_pattern.cc). */
function canonicalizeHost(host: string): string | undefined {
  if (host === '*') return host
  const start = host.startsWith('*.') ? '*.' : ''
  const name = canonicalizeName(host.slice(start.length))
  return name === undefined ? undefined : start + name
}

/** Chrome's word for what is wrong with a pattern, whose host is told as it is written, and as it is read. */
function explain(
  { host, port, scheme }: HostPattern,
  readHost: string | undefined,
  hasPath: boolean,
): string | undefined {
  if (!schemes.test(scheme)) return 'Invalid scheme.'
  if (host === '' && scheme !== 'file') return 'Host can not be empty.'
  if (!hasPath) return 'Empty path.'
  if (scheme === 'file') return undefined
  if (host !== '*' && host.replace(/^\*\./, '').includes('*')) return 'Invalid host wildcard.'
  if (readHost === undefined) return 'Invalid host.'
  // Which port would be meant differs from scheme to scheme.
  const hasPort = port !== '*' && scheme === '*'
  return isPort(port) && !hasPort ? undefined : 'Invalid port.'
}

/** The pattern that a text is, or what is wrong with it. */
export function parseHostPattern(text: string): HostPattern | string {
  if (text === '<all_urls>') return everything
  const [, scheme, authority = '', path = ''] = /^([^:]*):\/\/([^/]*)(.*)$/s.exec(text) ?? []
  if (scheme === undefined) return 'Missing scheme separator.'
  const [, host = '', port = '*'] = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/s.exec(authority) ?? []
  const pattern = { scheme: scheme.toLowerCase(), host, port }
  const readHost = canonicalizeHost(host)
  return explain(pattern, readHost, path !== '') ?? { ...pattern, host: readHost ?? '' }
}

/** As Chrome prints it. */
export function printHostPattern(pattern: HostPattern): string {
  if (pattern === everything) return '<all_urls>'
  const { host, port, scheme } = pattern
  return `${scheme}://${host}${port === '*' ? '' : `:${port}`}/*`
}

const containsScheme = (own: string, scheme: string): boolean =>
  own === scheme || (own === '*' && /^(?:\*|https?)$/.test(scheme))

/** Whether a pattern's host means all that another means. */
export function containsHost(own: string, host: string): boolean {
  if (own === '*' || own === host) return true
  if (!own.startsWith('*.')) return false
  return host === own.slice(2) || host.endsWith(own.slice(1))
}

/** Whether one pattern means all that another means. */
export function containsPattern(own: HostPattern, other: HostPattern): boolean {
  return (
    containsScheme(own.scheme, other.scheme) &&
    containsHost(own.host, other.host) &&
    (own.port === '*' || own.port === other.port)
  )
}

/** The pattern that means an address of the web, and nothing else; undefined for other addresses. */
export function patternOfUrl(address: string): HostPattern | undefined {
  const url = /^https?:/i.test(address) ? parseUrl(address) : undefined
  if (url === undefined) return undefined
  const { hostname, port, protocol } = url
  const ownPort = port === '' ? (protocol === 'https:' ? '443' : '80') : port
  return { scheme: protocol.slice(0, -1), host: hostname, port: ownPort }
}
