import type { KeyObject } from 'node:crypto'
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { isIP } from 'node:net'
import { der } from './der.ts'

/** What a TLS server needs to introduce itself, as PEM. */
export interface Identity {
  readonly key: string
  readonly cert: string
}

export interface TestCertificates {
  /** The one that is to be trusted, as PEM. */
  readonly authority: string
  readonly identities: Readonly<Record<IdentityName, Identity>>
}

export type IdentityName = keyof ReturnType<typeof createIdentities>

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

function identify(subject: Subject, issuer: Subject, terms: Terms, ...chain: string[]): Identity {
  const key = subject.keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  return { key, cert: [issue(subject, issuer, terms), ...chain].join('') }
}

const hosts = ['localhost', '127.0.0.1', '::1']
const elsewhere = ['other.example']
const past = { from: inDays(-60), until: inDays(-30) }
const future = { from: inDays(30), until: inDays(60) }

/** Those of an authority that may be known or unknown, by what else is wrong with them. */
function identifyBy(by: (terms: Terms) => Identity) {
  return {
    good: by({ hosts }),
    wrongName: by({ hosts: elsewhere }),
    expired: by({ hosts, ...past }),
    notYetValid: by({ hosts, ...future }),
    expiredAndWrongName: by({ hosts: elsewhere, ...past }),
  }
}

/** Those of an authority that another one answers for. */
function identifyByIntermediate(server: Subject, authority: Subject) {
  const intermediate = createSubject('Intermediate Authority')
  const by = (terms: Terms, ...chain: string[]): Identity => identify(server, intermediate, terms, ...chain)
  const valid = issue(intermediate, authority)
  return {
    byIntermediate: by({ hosts }, valid),
    byIntermediateExpired: by({ hosts, ...past }, valid),
    byUnsentIntermediate: by({ hosts }),
    byUnsentIntermediateExpired: by({ hosts, ...past }),
    byExpiredIntermediate: by({ hosts }, issue(intermediate, authority, past)),
    byExpiredIntermediateWrongName: by({ hosts: elsewhere }, issue(intermediate, authority, past)),
    withAuthority: by({ hosts }, valid, issue(authority, authority)),
    withAuthorityExpired: by({ hosts, ...past }, valid, issue(authority, authority)),
  }
}

function createIdentities(authority: Subject) {
  const stranger = createSubject('Unknown Authority')
  /** Calls itself what the known authority is called, but has not its key. */
  const impostor = createSubject(authority.name)
  const server = createSubject('test server')
  const unknown = identifyBy((terms) => identify(server, stranger, terms))
  return {
    ...identifyBy((terms) => identify(server, authority, terms)),
    ...identifyByIntermediate(server, authority),
    nameOnly: identify(server, authority, { hosts: ['localhost'] }),
    addressOnly: identify(server, authority, { hosts: ['127.0.0.1'] }),
    selfSigned: identify(server, server, { hosts }),
    selfSignedExpired: identify(server, server, { hosts, ...past }),
    forged: identify(server, impostor, { hosts }),
    forgedExpired: identify(server, impostor, { hosts, ...past }),
    forgedWrongName: identify(server, impostor, { hosts: elsewhere }),
    unknownAuthority: unknown.good,
    unknownAuthorityWrongName: unknown.wrongName,
    unknownAuthorityExpired: unknown.expired,
    unknownAuthorityNotYetValid: unknown.notYetValid,
    unknownAuthorityExpiredWrongName: unknown.expiredAndWrongName,
    withUnknownAuthorityExpired: identify(server, stranger, { hosts, ...past }, issue(stranger, stranger)),
  }
}

/** A new authority and servers' certificates, each of its own kind. The keys live as long as the test. */
export function createCertificates(): TestCertificates {
  const authority = createSubject('Test Authority')
  return { authority: issue(authority, authority), identities: createIdentities(authority) }
}
