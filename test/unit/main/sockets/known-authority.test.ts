import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import tls from 'node:tls'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { hasKnownAuthority } from '../../../../src/main/sockets/known-authority.ts'
import type { IdentityName } from '../../../support/sockets/certificates.ts'
import { createCertificates } from '../../../support/sockets/certificates.ts'
import { TlsServer } from '../../../support/sockets/tls-server.ts'

const { authority, identities } = createCertificates()

/** What Node gives of the certificate of a server. */
async function meet(identity: IdentityName, ca?: string[]): Promise<tls.DetailedPeerCertificate> {
  const server = await TlsServer.open(identities[identity])
  const socket = tls.connect({ port: server.port, host: '127.0.0.1', ca, rejectUnauthorized: false })
  await once(socket, 'secureConnect')
  const certificate = socket.getPeerCertificate(true)
  socket.destroy()
  await server.close()
  return certificate
}

describe('the authority of a certificate', () => {
  it.each<[IdentityName, boolean]>([
    ['good', true],
    ['expired', true],
    ['notYetValid', true],
    ['byIntermediateExpired', true],
    ['byExpiredIntermediate', true],
    ['byUnsentIntermediateExpired', false],
    ['withAuthorityExpired', true],
    ['withUnknownAuthorityExpired', false],
    ['unknownAuthorityExpired', false],
    ['selfSignedExpired', false],
    ['forgedExpired', false],
  ])('%s: known is %s', async (identity, isKnown) => {
    expect(hasKnownAuthority(await meet(identity), [authority])).toBe(isKnown)
    expect(hasKnownAuthority(await meet(identity, [authority]), [authority])).toBe(isKnown)
    expect(hasKnownAuthority(await meet(identity), [])).toBe(false)
  })

  it('may be one of several in one text, among what is no certificate', async () => {
    const noise = '-----BEGIN CERTIFICATE-----\nbm90aGluZw==\n-----END CERTIFICATE-----\n'
    const certificate = await meet('expired')
    const list = [`first\n${noise}${identities.selfSigned.cert}${authority}`]
    expect(hasKnownAuthority(certificate, list)).toBe(true)
    expect(hasKnownAuthority(certificate, [noise])).toBe(false)
  })

  it('may be the certificate itself', async () => {
    const { cert } = identities.selfSignedExpired
    expect(hasKnownAuthority(await meet('selfSignedExpired'), [cert])).toBe(true)
  })

  it('is not sought in a chain without end', async () => {
    const certificate = await meet('unknownAuthorityExpired')
    certificate.issuerCertificate = { ...certificate, issuerCertificate: certificate }
    expect(hasKnownAuthority(certificate, [authority])).toBe(false)
  })
})

describe("Node's own authorities", () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'known-authority-'))
  const original = Object.getOwnPropertyDescriptor(tls, 'getCACertificates')

  /** As a Node that tells them, or an older one. */
  function pretend(getCACertificates: ((type: string) => string[]) | undefined): void {
    Object.defineProperty(tls, 'getCACertificates', { value: getCACertificates, configurable: true })
  }

  afterEach(() => {
    vi.unstubAllEnvs()
    if (original === undefined) Reflect.deleteProperty(tls, 'getCACertificates')
    else Object.defineProperty(tls, 'getCACertificates', original)
  })

  afterAll(() => fs.rmSync(folder, { recursive: true }))

  it('are those that it tells', async () => {
    const certificate = await meet('expired')
    const asked: string[] = []
    pretend((type) => {
      asked.push(type)
      return [authority]
    })
    expect(hasKnownAuthority(certificate)).toBe(true)
    expect(asked).toEqual(['default'])
    pretend(() => [identities.selfSigned.cert])
    expect(hasKnownAuthority(certificate)).toBe(false)
  })

  it('are the well-known ones and those of NODE_EXTRA_CA_CERTS where it does not tell', async () => {
    const certificate = await meet('expired')
    pretend(undefined)
    vi.stubEnv('NODE_EXTRA_CA_CERTS', undefined)
    expect(hasKnownAuthority(certificate)).toBe(false)
    const file = path.join(folder, 'extra.pem')
    fs.writeFileSync(file, authority)
    vi.stubEnv('NODE_EXTRA_CA_CERTS', file)
    expect(hasKnownAuthority(certificate)).toBe(true)
  })

  it('include the well-known ones', () => {
    const [wellKnown = ''] = tls.rootCertificates
    const raw = Buffer.from(wellKnown.replaceAll(/-----[A-Z ]+-----|\s/g, ''), 'base64')
    const certificate = { raw } as tls.DetailedPeerCertificate
    pretend(undefined)
    expect(hasKnownAuthority(certificate)).toBe(true)
    expect(hasKnownAuthority(certificate, [authority])).toBe(false)
  })
})
