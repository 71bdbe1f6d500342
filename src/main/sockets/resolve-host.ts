import dns from 'node:dns/promises'
import { parseIpLiteral } from './address.ts'

export type DnsQueryType = 'any' | 'ipv4' | 'ipv6'

const families = { any: 0, ipv4: 4, ipv6: 6 } as const
const loopback = ['127.0.0.1', '::1']

function hasFamily(address: string, family: 0 | 4 | 6): boolean {
  return family === 0 || address.includes(':') === (family === 6)
}

/** `localhost` and names below it are the loopback interface whatever the resolver says (Chromium; RFC 6761). */
function isLocalhost(name: string): boolean {
  return /^(.+\.)?localhost\.?$/i.test(name)
}

/** The addresses of a host name or IP literal in the order in which they are to be tried; none where there are none. */
export async function resolveHost(name: string, query: DnsQueryType): Promise<string[]> {
  const family = families[query]
  const literal = parseIpLiteral(name)
  if (literal !== undefined) return hasFamily(literal, family) ? [literal] : []
  if (isLocalhost(name)) return loopback.filter((address) => hasFamily(address, family))
  if (name === '') return []
  try {
    return (await dns.lookup(name, { all: true, family })).map(({ address }) => address)
  } catch {
    return []
  }
}
