import dns from 'node:dns/promises'
import net from 'node:net'
import { parseIpLiteral, readHost } from './address.ts'

export type DnsQueryType = 'any' | 'ipv4' | 'ipv6'

export interface ResolvedHost {
  /** The name in canonical form: what a certificate must be for. */
  readonly host: string
  /** In the order in which they are to be tried; none where there are none. */
  readonly addresses: readonly string[]
}

const families = { any: 0, ipv4: 4, ipv6: 6 } as const
/** In Chromium's order. */
const loopback = ['::1', '127.0.0.1']

function ofFamily(addresses: readonly string[], family: 0 | 4 | 6): string[] {
  return addresses.filter((address) => family === 0 || net.isIP(address) === family)
}

/** `localhost` and names below it are the loopback interface whatever the resolver says (Chromium; RFC 6761). */
function isLocalhost(name: string): boolean {
  return /^(.+\.)?localhost\.?$/.test(name)
}

/** A host name the way URLs are read; undefined for what cannot be one, a name with a port for instance. */
function parseHostName(text: string): string | undefined {
  return /[/:?#@[\]\\]/.test(text) ? undefined : readHost(text)
}

async function lookUp(name: string, family: 0 | 4 | 6): Promise<string[]> {
  try {
    return (await dns.lookup(name, { all: true, family })).map(({ address }) => address)
  } catch {
    return []
  }
}

/** Finds the addresses of a host name or IP literal. */
export async function resolveHost(text: string, query: DnsQueryType): Promise<ResolvedHost> {
  const family = families[query]
  const host = parseIpLiteral(text) ?? parseHostName(text) ?? ''
  if (net.isIP(host) !== 0) return { host, addresses: ofFamily([host], family) }
  if (isLocalhost(host)) return { host, addresses: ofFamily(loopback, family) }
  return { host, addresses: host === '' ? [] : await lookUp(host, family) }
}
