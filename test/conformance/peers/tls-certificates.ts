import type { KeyObject } from 'node:crypto'
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { isIP } from 'node:net'
import { der } from './tls-der.ts'

/** What a TLS server needs to introduce itself, as PEM. */
export interface Identity {
  readonly key: string
  readonly cert: string
}

export interface TestCertificates {
  /** The authority both Chromium and the bridge are told to trust, as PEM. */
  readonly authority: string
  readonly identities: Readonly<Record<string, Identity>>
}

interface Subject {
  readonly name: string
  readonly keys: { readonly publicKey: KeyObject; readonly privateKey: KeyObject }
}

interface Terms {
  readonly hosts?: readonly string[]
  readonly from?: Date
  readonly until?: Date
}

const ids = {
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  commonName: '2.5.4.3',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  extendedKeyUsage: '2.5.29.37',
  serverAuthentication: '1.3.6.1.5.5.7.3.1',
}

const day = 24 * 60 * 60 * 1000
const inDays = (days: number): Date => new Date(Date.now() + days * day)

function createSubject(name: string): Subject {
  return { name, keys: generateKeyPairSync('ec', { namedCurve: 'P-256' }) }
}

function encodeName(name: string): Buffer {
  return der.sequence(der.set(der.sequence(der.objectId(ids.commonName), der.utf8String(name))))
}

function encodeHost(host: string): Buffer {
  if (isIP(host) === 0) return der.implicit(2, Buffer.from(host))
  if (isIP(host) === 4) return der.implicit(7, Buffer.from(host.split('.').map(Number)))
  if (host !== '::1') throw new Error(`no need yet for ${host}`)
  return der.implicit(7, Buffer.from([...Array<number>(15).fill(0), 1]))
}

function extension(id: string, critical: boolean, value: Uint8Array): Buffer {
  return der.sequence(der.objectId(id), ...(critical ? [der.true()] : []), der.octetString(value))
}

function authorityExtensions(): Buffer[] {
  return [
    extension(ids.basicConstraints, true, der.sequence(der.true())),
    // keyCertSign and cRLSign: bits 5 and 6
    extension(ids.keyUsage, true, der.bitString(Buffer.from([0b0000_0110]), 1)),
  ]
}

function serverExtensions(hosts: readonly string[]): Buffer[] {
  return [
    extension(ids.basicConstraints, true, der.sequence()),
    // digitalSignature: bit 0
    extension(ids.keyUsage, true, der.bitString(Buffer.from([0b1000_0000]), 7)),
    extension(ids.extendedKeyUsage, false, der.sequence(der.objectId(ids.serverAuthentication))),
    extension(ids.subjectAltName, false, der.sequence(...hosts.map((host) => encodeHost(host)))),
  ]
}

/** Without hosts, a certificate of an authority. */
function issue(subject: Subject, issuer: Subject, { hosts, from, until }: Terms = {}): string {
  const algorithm = der.sequence(der.objectId(ids.ecdsaWithSha256))
  const extensions = hosts === undefined ? authorityExtensions() : serverExtensions(hosts)
  const content = der.sequence(
    der.explicit(0, der.smallInteger(2)),
    der.integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    algorithm,
    encodeName(issuer.name),
    der.sequence(der.time(from ?? inDays(-2)), der.time(until ?? inDays(300))),
    encodeName(subject.name),
    subject.keys.publicKey.export({ type: 'spki', format: 'der' }),
    der.explicit(3, der.sequence(...extensions)),
  )
  const signature = sign('sha256', content, issuer.keys.privateKey)
  const bytes = der.sequence(content, algorithm, der.bitString(signature))
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}

function identify(subject: Subject, issuer: Subject, terms: Terms): Identity {
  const key = subject.keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  return { key, cert: issue(subject, issuer, terms) }
}

/** A new authority and servers' certificates, each of its own kind. The keys live as long as the test. */
export function createTestCertificates(): TestCertificates {
  const authority = createSubject('Conformance Test Authority')
  const stranger = createSubject('Unknown Authority')
  const server = createSubject('conformance test server')
  const hosts = ['localhost', '127.0.0.1', '::1']
  return {
    authority: issue(authority, authority),
    identities: {
      good: identify(server, authority, { hosts }),
      nameOnly: identify(server, authority, { hosts: ['localhost'] }),
      addressOnly: identify(server, authority, { hosts: ['127.0.0.1'] }),
      wrongName: identify(server, authority, { hosts: ['other.example'] }),
      expired: identify(server, authority, { hosts, from: inDays(-60), until: inDays(-30) }),
      notYetValid: identify(server, authority, { hosts, from: inDays(30), until: inDays(60) }),
      selfSigned: identify(server, server, { hosts }),
      unknownAuthority: identify(server, stranger, { hosts }),
      expiredAndWrongName: identify(server, authority, {
        hosts: ['other.example'],
        from: inDays(-60),
        until: inDays(-30),
      }),
    },
  }
}
