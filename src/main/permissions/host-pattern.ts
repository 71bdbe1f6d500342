/** One `host:port` pattern of the manifest (Chromium: extensions/common/permissions/socket_permission_entry.cc). */
export interface HostPattern {
  /** Undefined for any host. */
  readonly host: string | undefined
  readonly includesSubdomains: boolean
  /** 1 to 65535; undefined for any port. */
  readonly port: number | undefined
}

/** Of the 26 letters only, as in Chrome: no other text may come to equal one of the manifest. */
export function foldCase(text: string): string {
  return text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase())
}

/** What begins or ends with ASCII white space is refused; other spaces are ordinary characters. */
function hasOuterSpace(text: string): boolean {
  return /^[\t-\r ]|[\t-\r ]$/.test(text)
}

function parsePort(text: string): number | undefined | 'invalid' {
  if (text === '' || text === '*') return undefined
  const port = /^\+?\d+$/.test(text) ? Number(text) : 0
  return port > 0 && port <= 0xffff ? port : 'invalid'
}

/** Reads a pattern; undefined for one that Chrome rejects. IPv6 literals and port 0 cannot be written. */
export function parseHostPattern(pattern: string): HostPattern | undefined {
  const [hostText = '', portText = '', ...rest] = pattern.split(':')
  const port = parsePort(portText)
  if (rest.length > 0 || port === 'invalid' || hasOuterSpace(hostText)) return undefined
  const [first, ...labels] = foldCase(hostText).split('.')
  const isWild = first === '' || first === '*'
  const host = (isWild ? labels : [first, ...labels]).join('.')
  // `*.` and `.` leave nothing behind the wildcard: Chrome takes them for any host.
  return { host: host === '' ? undefined : host, includesSubdomains: isWild && host !== '', port }
}
