import net from 'node:net'
import { formatAddress, readHost } from './format-address.ts'

/** Characters of a host: DNS has no longer names, and what reads them may take the square of their length. */
export const maxHostLength = 255

/**
 * Reads an IP literal as Chrome does and returns it in canonical form; undefined for anything else. IPv4 is read the
 * way URLs are, so `127.1` and `0x7f000001` are 127.0.0.1; IPv6 has neither brackets nor a zone.
 */
export function parseIpLiteral(text: string): string | undefined {
  if (text.length > maxHostLength) return undefined
  if (text.includes(':')) return net.isIPv6(text) && !text.includes('%') ? formatAddress(text) : undefined
  if (!/^[0-9a-fx.]+$/i.test(text)) return undefined
  const host = readHost(text)
  return host !== undefined && net.isIPv4(host) ? host : undefined
}

/** What a URL's host can have in it, and what is not a part of it or would be left out. */
const notOfHosts = /[\t\n\r/:?#@[\]\\]/

/** Chromium: url::IsCanonicalizedHostCompliant and net::dns_names_util; no dot but one between labels, or at the end. */
const hostName = /^(?=.{1,253}\.?$)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*\.?$/

/** Punycode that says nothing is a name like others to Chromium, but no URL. */
const punycode = /^xn--|\.xn--/i

/**
 * A host name in canonical form, as URLs are read; undefined for what cannot be one: a name with a port, for instance.
 * An IPv4 address that is spelt so oddly that only URLs know it is one is returned as such.
 */
export function parseHostName(text: string): string | undefined {
  if (text.length > maxHostLength || notOfHosts.test(text)) return undefined
  const host = readHost(text) ?? (punycode.test(text) ? text.toLowerCase() : '')
  return hostName.test(host) ? host : undefined
}

/** Ports are 0 to 65535. */
export function isPort(port: number): boolean {
  return port >= 0 && port <= 0xffff
}

/** An address for a socket that is bound to another one: IPv6 reaches IPv4 by mapped addresses, IPv4 nothing else. */
export function toFamilyOf(bound: string, address: string): string | undefined {
  if (net.isIPv6(bound)) return net.isIPv6(address) ? address : `::ffff:${address}`
  return net.isIPv6(address) ? undefined : address
}
