import net from 'node:net'
import { parseHostName } from '../sockets/address.ts'
import type { HostPattern } from './host-pattern.ts'

function isBelow(name: string, domain: string): boolean {
  if (name.length <= domain.length + 1 || !name.endsWith(`.${domain}`)) return false
  // A wildcard never covers a part of an IP address, however it is written.
  return !net.isIPv4(parseHostName(name) ?? '')
}

/** Hosts are compared as texts of folded case: 0.0.0.0 is not 127.0.0.1, `localhost` is not either. */
export function matchesHostPattern(pattern: HostPattern, name: string, port: number): boolean {
  if (pattern.port !== undefined && pattern.port !== port) return false
  if (pattern.host === undefined) return true
  return name === pattern.host || (pattern.includesSubdomains && isBelow(name, pattern.host))
}
