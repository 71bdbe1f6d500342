import { once } from 'node:events'
import net from 'node:net'
import { constants } from 'node:crypto'
import tls from 'node:tls'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { openSecure } from '../../../../src/main/sockets/open-secure.ts'
import type { TlsVersions } from '../../../../src/main/sockets/open-secure.ts'
import type { IdentityName } from '../../../support/sockets/certificates.ts'
import { createCertificates } from '../../../support/sockets/certificates.ts'
import { listenOnFreePort } from '../../../support/sockets/tcp-peer.ts'
import { TlsServer } from '../../../support/sockets/tls-server.ts'
import { settle, until } from '../../../support/until.ts'

const { authority, identities } = createCertificates()
const opened: (() => unknown)[] = []
const connectAs = tls.connect as (options: tls.ConnectionOptions) => tls.TLSSocket

afterEach(async () => {
  vi.restoreAllMocks()
  for (const close of opened.splice(0).toReversed()) await close()
})

async function serve(identity: IdentityName, options: tls.TlsOptions = {}): Promise<TlsServer> {
  const server = await TlsServer.open({ ...identities[identity], ...options })
  opened.push(() => server.close())
  return server
}

async function connect(port: number): Promise<net.Socket> {
  const socket = net.connect(port, '127.0.0.1').on('error', () => {})
  opened.push(() => socket.destroy())
  await once(socket, 'connect')
  return socket.pause()
}

interface Attempt {
  host?: string
  versions?: TlsVersions
  certificateAuthorities?: string[]
  signal?: AbortSignal
}

async function secure(port: number, attempt: Attempt = {}): Promise<tls.TLSSocket | number> {
  const {
    host = 'localhost',
    versions = {},
    certificateAuthorities = [authority],
    signal = new AbortController().signal,
  } = attempt
  const result = await openSecure(await connect(port), { host, versions, certificateAuthorities }, signal)
  if (typeof result !== 'number') opened.push(() => result.destroy())
  return result
}

const codeOf = (result: tls.TLSSocket | number): number => (typeof result === 'number' ? result : 0)

/** A server that is no TLS server. */
async function serveRaw(onClient: (client: net.Socket) => void): Promise<number> {
  const server = await listenOnFreePort(onClient)
  opened.push(() => server.close())
  return server.port
}

describe('a certificate', () => {
  it.each<[IdentityName, string, number]>([
    ['good', 'localhost', 0],
    ['good', '127.0.0.1', 0],
    ['good', '::1', 0],
    ['nameOnly', 'localhost', 0],
    ['nameOnly', 'localhost.', 0],
    ['nameOnly', '127.0.0.1', -200],
    ['addressOnly', '127.0.0.1', 0],
    ['addressOnly', 'localhost', -200],
    ['wrongName', 'localhost', -200],
    ['wrongName', '127.0.0.1', -200],
    ['expired', 'localhost', -201],
    ['notYetValid', 'localhost', -201],
    ['expiredAndWrongName', 'localhost', -200],
    ['selfSigned', 'localhost', -202],
    ['unknownAuthority', 'localhost', -202],
    ['unknownAuthorityWrongName', 'localhost', -202],
    ['unknownAuthorityExpired', 'localhost', -202],
    ['unknownAuthorityNotYetValid', 'localhost', -202],
    ['unknownAuthorityExpiredWrongName', 'localhost', -202],
    ['withUnknownAuthorityExpired', 'localhost', -202],
    ['selfSignedExpired', 'localhost', -202],
    ['forged', 'localhost', -202],
    ['forgedExpired', 'localhost', -202],
    ['forgedWrongName', 'localhost', -202],
    ['byIntermediate', 'localhost', 0],
    ['byIntermediateExpired', 'localhost', -201],
    ['byExpiredIntermediate', 'localhost', -201],
    ['byExpiredIntermediateWrongName', 'localhost', -200],
    ['byUnsentIntermediate', 'localhost', -202],
    ['byUnsentIntermediateExpired', 'localhost', -202],
    ['withAuthority', 'localhost', 0],
    ['withAuthorityExpired', 'localhost', -201],
  ])('%s at %s comes to %i', async (identity, host, code) => {
    const { port } = await serve(identity)
    expect(codeOf(await secure(port, { host }))).toBe(code)
  })

  it('of an authority that nobody named is refused, and one of several that were is trusted', async () => {
    const { port } = await serve('good')
    expect(await secure(port, { certificateAuthorities: [] })).toBe(-202)
    expect(await secure(port, { certificateAuthorities: [identities.selfSigned.cert] })).toBe(-202)
    const both = [identities.selfSigned.cert, authority]
    expect(codeOf(await secure(port, { certificateAuthorities: both }))).toBe(0)
  })

  it('is asked for by name, not by address', async () => {
    const names: string[] = []
    const { port } = await serve('good', {
      SNICallback: (name, done) => {
        names.push(name)
        done(null)
      },
    })
    for (const host of ['localhost', 'localhost.', '127.0.0.1']) await secure(port, { host })
    expect(names).toEqual(['localhost', 'localhost'])
  })

  it('that is refused ends the connection', async () => {
    const server = await serve('expired')
    await secure(server.port)
    await until('gone', () => server.peers.every(({ ended }) => ended))
  })
})

describe('the versions', () => {
  it.each<[TlsVersions, string]>([
    [{}, 'TLSv1.3'],
    [{ min: 'tls1' }, 'TLSv1.3'],
    [{ min: 'tls1.3' }, 'TLSv1.3'],
    [{ min: 'nonsense', max: '' }, 'TLSv1.3'],
    [{ max: 'tls1.2' }, 'TLSv1.2'],
    [{ min: 'tls1.1', max: 'tls1.2' }, 'TLSv1.2'],
    [{ max: 'tls1.1' }, 'TLSv1.3'],
    [{ max: 'tls1' }, 'TLSv1.3'],
  ])('%j come to %s', async (versions, protocol) => {
    const { port } = await serve('good')
    const socket = await secure(port, { versions })
    expect(typeof socket === 'number' ? socket : socket.getProtocol()).toBe(protocol)
  })

  it('that contradict each other are an error at once', async () => {
    const { port } = await serve('good')
    expect(await secure(port, { versions: { min: 'tls1.3', max: 'tls1.2' } })).toBe(-107)
  })

  it.each<[string, TlsVersions, tls.TlsOptions]>([
    ['TLS 1.2 at most', { min: 'tls1.3' }, { maxVersion: 'TLSv1.2' }],
    ['TLS 1.3 only', { max: 'tls1.2' }, { minVersion: 'TLSv1.3' }],
    [
      'TLS 1.1 at most',
      { min: 'tls1.1' },
      { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' },
    ],
  ])('that a server with %s does not have are a mismatch', async (_what, versions, options) => {
    const { port } = await serve('good', options)
    expect(await secure(port, { versions })).toBe(-113)
  })
})

describe('a handshake', () => {
  it('that is answered with plain text is an error of the protocol', async () => {
    const port = await serveRaw((client) =>
      client.once('data', () => client.write('HTTP/1.1 400 Bad\r\n\r\n')),
    )
    expect(await secure(port)).toBe(-107)
  })

  it('that the peer ends is closed', async () => {
    expect(await secure(await serveRaw((client) => client.once('data', () => client.end())))).toBe(-100)
  })

  it('that the peer resets is reset', async () => {
    const port = await serveRaw((client) => client.once('data', () => client.resetAndDestroy()))
    expect(await secure(port)).toBe(-101)
  })

  it('that is aborted ends the connection', async () => {
    const clients: net.Socket[] = []
    const port = await serveRaw((client) => clients.push(client.on('data', () => abort.abort())))
    const abort = new AbortController()
    expect(await secure(port, { signal: abort.signal })).toBe(-3)
    await until('closed', () => clients[0]?.readableEnded === true)
  })
})

describe('a secure connection', () => {
  it('is paused, carries data both ways, and is not ended by the signal any more', async () => {
    const server = await serve('good')
    const abort = new AbortController()
    const socket = await secure(server.port, { signal: abort.signal })
    if (typeof socket === 'number') throw new Error(`refused: ${socket}`)
    abort.abort()
    let text = ''
    socket.on('data', (data) => (text += data.toString()))
    await until('handshake', () => server.peers.length === 1)
    server.peers[0]?.write('down')
    socket.write('up')
    await until('sent', () => server.peers[0]?.text === 'up')
    await settle()
    expect([socket.isPaused(), text]).toEqual([true, ''])
    socket.resume()
    await until('received', () => text === 'down')
  })
})

describe('a server that asks for a certificate', () => {
  const versions = ['TLSv1.2', 'TLSv1.3'] as const

  it.each(versions)('and insists, with %s, is told as such', async (version) => {
    const options = { requestCert: true, rejectUnauthorized: true, minVersion: version, maxVersion: version }
    const { port } = await serve('good', options)
    expect(await secure(port)).toBe(-110)
  })

  it.each(versions)('and does without, with %s, is a server like others', async (version) => {
    const options = { requestCert: true, rejectUnauthorized: false, minVersion: version, maxVersion: version }
    const { port } = await serve('good', options)
    expect(codeOf(await secure(port))).toBe(0)
  })

  it('is not what a server is that says nothing after the handshake', async () => {
    const { port } = await serve('good', { secureOptions: constants.SSL_OP_NO_TICKET, sessionTimeout: 0 })
    expect(codeOf(await secure(port))).toBe(0)
  })

  it('is not what a server is that agrees on no cipher', async () => {
    const { port } = await serve('good', { maxVersion: 'TLSv1.2', ciphers: 'AES128-SHA' })
    vi.spyOn(tls, 'connect').mockImplementationOnce(((options: tls.ConnectionOptions) =>
      connectAs({ ...options, ciphers: 'AES256-SHA' })) as never)
    expect(await secure(port)).toBe(-113)
  })

  it('is forgotten when the attempt is cut short', async () => {
    const { port } = await serve('good', { minVersion: 'TLSv1.3' })
    const attempt = new AbortController()
    const wait = vi.spyOn(globalThis, 'setInterval').mockReturnValue(setTimeout(() => {}))
    const result = secure(port, { signal: attempt.signal })
    await until('waiting', () => wait.mock.calls.length > 0)
    attempt.abort()
    expect(await result).toBe(-3)
  })
})
