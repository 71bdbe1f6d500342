/** The host of a URL in canonical form: percent-decoded, lower case, IPv4 in dotted decimals. */
export function readHost(text: string): string | undefined {
  try {
    return new URL(`http://${text}/`).hostname
  } catch {
    return undefined
  }
}

/** An address in Chrome's notation: IPv6 in lower case hex groups, IPv4-mapped ones too (`::ffff:7f00:1`). */
export function formatAddress(address: string): string {
  if (!address.includes(':')) return address
  const host = readHost(`[${address}]`)
  return host === undefined ? address : host.slice(1, -1)
}
