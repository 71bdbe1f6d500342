import { X509Certificate, createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { createCertificates } from '../../test/support/sockets/certificates.ts'

/** What a TLS server needs to introduce itself, as PEM. */
export interface Identity {
  readonly key: string
  readonly cert: string
}

/** What a program needs that is to believe such a server. */
export interface Authority {
  /** Its certificate, as PEM. */
  readonly file: string
  /** The hash of the server's public key, in base64: what Chromium's command line takes. */
  readonly serverKeyHash: string
}

export interface Trust {
  readonly identity: Identity
  readonly authority: Authority
}

/** Makes an authority that nobody else knows, and a server of 127.0.0.1 that it answers for. */
export function makeTrust(folder: string): Trust {
  const { authority, identities } = createCertificates()
  const file = path.join(folder, 'authority.pem')
  fs.writeFileSync(file, authority)
  const publicKey = new X509Certificate(identities.good.cert).publicKey.export({
    type: 'spki',
    format: 'der',
  })
  const serverKeyHash = createHash('sha256').update(publicKey).digest('base64')
  return { identity: identities.good, authority: { file, serverKeyHash } }
}
