import { X509Certificate } from 'node:crypto'
import fs from 'node:fs'
import tls from 'node:tls'

/** A peer may send hundreds. */
const longestChain = 10

function readExtraAuthorities(): string {
  try {
    return fs.readFileSync(process.env['NODE_EXTRA_CA_CERTS'] ?? '', 'utf8')
  } catch {
    return ''
  }
}

/** What Node trusts where it is given no list. */
function listDefaultAuthorities(): readonly string[] {
  // Older than 22.15, it does not tell.
  const { getCACertificates }: Partial<typeof tls> = tls
  return getCACertificates?.('default') ?? [...tls.rootCertificates, readExtraAuthorities()]
}

function parseCertificate(text: string): X509Certificate[] {
  try {
    return [new X509Certificate(text)]
  } catch {
    // Node passes over it, too.
    return []
  }
}

function parseCertificates(texts: readonly string[]): X509Certificate[] {
  const pattern = /-----BEGIN CERTIFICATE-----[^]*?-----END CERTIFICATE-----/g
  return texts.flatMap((text) => text.match(pattern) ?? []).flatMap(parseCertificate)
}

function isIssuer(issuer: X509Certificate, certificate: X509Certificate): boolean {
  try {
    return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)
  } catch {
    // A key of a kind that is not known here.
    return false
  }
}

/** The certificate, the one that has issued it, and so on. */
function listChain(peer: tls.DetailedPeerCertificate): X509Certificate[] {
  const chain = new Set<tls.DetailedPeerCertificate>()
  let next: tls.DetailedPeerCertificate | undefined = peer
  // One that is self-signed names itself.
  while (next !== undefined && !chain.has(next) && chain.size < longestChain) {
    chain.add(next)
    next = next.issuerCertificate
  }
  return [...chain].map(({ raw }) => new X509Certificate(raw))
}

/**
 * Says whether somebody trusted answers for a peer's certificate, be the certificates between them expired or not.
 * `authorities` is the list that Node was given, in PEM; none for its own.
 */
export function hasKnownAuthority(
  peer: tls.DetailedPeerCertificate,
  authorities?: readonly string[],
): boolean {
  const known = parseCertificates(authorities ?? listDefaultAuthorities())
  const isKnown = (certificate: X509Certificate): boolean =>
    known.some(({ fingerprint256 }) => fingerprint256 === certificate.fingerprint256) ||
    known.some((authority) => isIssuer(authority, certificate))
  const chain = listChain(peer)
  for (const [at, certificate] of chain.entries()) {
    if (isKnown(certificate)) return true
    const issuer = chain[at + 1]
    // Node has put them together by their names alone.
    if (issuer?.ca !== true || !isIssuer(issuer, certificate)) return false
  }
  return false
}
