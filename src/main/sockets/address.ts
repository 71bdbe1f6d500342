import net from 'node:net'

/** The host of a URL in canonical form: percent-decoded, lower case, IPv4 in dotted decimals. */
export function readHost(text: string): string | undefined {
  try {
    return new URL(`http://${text}/`).hostname
  } catch {
    return undefined
  }
}

/**
 * Reads an IP literal as Chrome does and returns it in canonical form; undefined for anything else. IPv4 is read the
 * way URLs are, so `127.1` and `0x7f000001` are 127.0.0.1; IPv6 has neither brackets nor a zone.
 */
export function parseIpLiteral(text: string): string | undefined {
  if (text.includes(':')) return net.isIPv6(text) && !text.includes('%') ? formatAddress(text) : undefined
  if (!/^[0-9a-fx.]+$/i.test(text)) return undefined
  const host = readHost(text)
  return host !== undefined && net.isIPv4(host) ? host : undefined
}

/** An address in Chrome's notation: IPv6 in lower case hex groups, IPv4-mapped ones too (`::ffff:7f00:1`). */
export function formatAddress(address: string): string {
  if (!address.includes(':')) return address
  const host = readHost(`[${address}]`)
  return host === undefined ? address : host.slice(1, -1)
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
