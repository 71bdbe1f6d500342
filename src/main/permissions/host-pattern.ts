import net from 'node:net'

/** One `host:port` pattern of the manifest (Chromium: extensions/common/permissions/socket_permission_entry.cc). */
export interface HostPattern {
  /** Lower case; undefined for any host. */
  readonly host: string | undefined
  readonly includesSubdomains: boolean
  /** 1 to 65535; undefined for any port. */
  readonly port: number | undefined
}

function parsePort(text: string): number | undefined | 'invalid' {
  if (text === '' || text === '*') return undefined
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0
  return port > 0 && port <= 0xffff ? port : 'invalid'
}

/** Reads a pattern; undefined for one that Chrome rejects. IPv6 literals and port 0 cannot be written. */
export function parseHostPattern(pattern: string): HostPattern | undefined {
  const [hostText = '', portText = '', ...rest] = pattern.split(':')
  const port = parsePort(portText)
  if (rest.length > 0 || port === 'invalid' || hostText.trim() !== hostText) return undefined
  const host = hostText.toLowerCase()
  if (host === '' || host === '*') return { host: undefined, includesSubdomains: false, port }
  const [, domain] = /^\*?\.(.+)$/.exec(host) ?? []
  return { host: domain ?? host, includesSubdomains: domain !== undefined, port }
}

/** Hosts are compared as texts: 0.0.0.0 is not 127.0.0.1, `localhost` is not either. */
export function matchesHostPattern(pattern: HostPattern, host: string, port: number): boolean {
  if (pattern.port !== undefined && pattern.port !== port) return false
  if (pattern.host === undefined) return true
  const name = host.toLowerCase()
  // A wildcard never covers a part of an IP address.
  const includes = pattern.includesSubdomains && net.isIP(name) === 0 && name.endsWith(`.${pattern.host}`)
  return includes || name === pattern.host
}
