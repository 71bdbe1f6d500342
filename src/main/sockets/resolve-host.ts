import net from 'node:net'
import { netErrors } from '../../renderer-types/net-errors.ts'
import { parseHostName, parseIpLiteral } from './address.ts'
import { isOffline } from './network-interfaces.ts'

export type DnsQueryType = 'any' | 'ipv4' | 'ipv6'

export interface ResolvedHost {
  /** The name in canonical form: what a certificate must be for. */
  readonly host: string
  /** In the order in which they are to be tried; at least one. */
  readonly addresses: readonly string[]
}

/** Asks for the addresses of a name, in the order in which they are to be tried. */
export type FindAddresses = (name: string, query: DnsQueryType) => Promise<readonly string[]>

const families = { any: 0, ipv4: 4, ipv6: 6 } as const
/** In Chromium's order. */
const loopback = ['::1', '127.0.0.1']

/** `localhost` and names below it are the loopback interface whatever the resolver says (Chromium; RFC 6761). */
function isLocalhost(name: string): boolean {
  return /^(.+\.)?localhost\.?$/.test(name)
}

function toResolved(host: string, addresses: readonly string[], query: DnsQueryType): ResolvedHost | number {
  const family = families[query]
  const wanted = addresses.filter((address) => family === 0 || net.isIP(address) === family)
  return wanted.length === 0 ? netErrors.ERR_NAME_NOT_RESOLVED : { host, addresses: wanted }
}

async function lookUp(
  host: string,
  query: DnsQueryType,
  find: FindAddresses,
): Promise<ResolvedHost | number> {
  const found = toResolved(host, await find(host, query), query)
  // Chromium: HostResolverSystemTask::OnLookupComplete.
  const isNoWonder = found === netErrors.ERR_NAME_NOT_RESOLVED && isOffline()
  return isNoWonder ? netErrors.ERR_INTERNET_DISCONNECTED : found
}

/** Finds the addresses of a host name or IP literal, or a net error; at once where nobody need be asked. */
export function resolveHost(
  text: string,
  query: DnsQueryType,
  find: FindAddresses,
): ResolvedHost | number | Promise<ResolvedHost | number> {
  const host = parseIpLiteral(text) ?? parseHostName(text)
  if (host === undefined) return netErrors.ERR_NAME_NOT_RESOLVED
  if (net.isIP(host) !== 0) return toResolved(host, [host], query)
  return isLocalhost(host) ? toResolved(host, loopback, query) : lookUp(host, query, find)
}
