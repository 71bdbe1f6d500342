import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readManifest } from '../../../../src/main/permissions/manifest.ts'
import { isPermitted } from '../../../../src/main/permissions/permissions.ts'
import type { Operation } from '../../../../src/main/permissions/permissions.ts'

function allows(sockets: unknown, operation: Operation, host = '127.0.0.1', port = 80): boolean {
  return isPermitted(readManifest({ sockets }).permissions, operation, host, port)
}

describe('a manifest', () => {
  it.each<[unknown]>([
    [{}],
    [{ tcp: {}, tcpServer: {} }],
    [{ tcp: { connect: [] }, tcpServer: { listen: [] } }],
    [{ udp: { bind: '*', send: ['*'], multicastMembership: '' } }],
  ])('that names no operation, as %j, grants nothing', (sockets) => {
    expect(allows(sockets, 'tcp.connect')).toBe(false)
    expect(allows(sockets, 'tcpServer.listen')).toBe(false)
  })

  it('without a word of UDP grants nothing of it', () => {
    for (const operation of ['udp.bind', 'udp.send', 'udp.multicastMembership'] as const)
      expect(allows({ udp: {} }, operation)).toBe(false)
  })

  it.each([[''], ['*'], ['*:*'], [['']], [['a:1', '*']]])('with %j grants everything', (listen) => {
    expect(allows({ tcpServer: { listen } }, 'tcpServer.listen', '::1', 0)).toBe(true)
  })

  it('grants each operation by its own patterns', () => {
    expect(allows({ tcpServer: { listen: '*' } }, 'tcp.connect')).toBe(false)
    expect(allows({ tcp: { connect: '*' } }, 'tcpServer.listen')).toBe(false)
    expect(allows({ tcp: { connect: '*' } }, 'tcp.connect')).toBe(true)
    const udp = { bind: '127.0.0.1', send: '*:53' }
    expect(allows({ udp }, 'udp.bind', '127.0.0.1', 0)).toBe(true)
    expect(allows({ udp }, 'udp.send', '127.0.0.1', 80)).toBe(false)
    expect(allows({ udp }, 'udp.send', '127.0.0.1', 53)).toBe(true)
    expect(allows({ udp }, 'udp.bind', '0.0.0.0', 53)).toBe(false)
    expect(allows({ udp }, 'udp.multicastMembership')).toBe(false)
  })

  it('grants what any one of several patterns allows', () => {
    const sockets = { tcpServer: { listen: ['127.0.0.1:80', '*:8080'] } }
    expect(allows(sockets, 'tcpServer.listen', '127.0.0.1', 80)).toBe(true)
    expect(allows(sockets, 'tcpServer.listen', '0.0.0.0', 8080)).toBe(true)
    expect(allows(sockets, 'tcpServer.listen', '0.0.0.0', 80)).toBe(false)
  })

  it('may have keys that are of no interest here', () => {
    expect(() => readManifest({ name: 'App', app: { background: {} }, sockets: {} })).not.toThrow()
  })

  it('may be a file', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'manifest-'))
    const file = path.join(folder, 'manifest.json')
    fs.writeFileSync(file, JSON.stringify({ sockets: { tcpServer: { listen: '127.0.0.1' } } }))
    const { permissions } = readManifest(file)
    fs.rmSync(folder, { recursive: true })
    expect(isPermitted(permissions, 'tcpServer.listen', '127.0.0.1', 1)).toBe(true)
    expect(isPermitted(permissions, 'tcpServer.listen', '0.0.0.0', 1)).toBe(false)
    expect(() => readManifest(file)).toThrow(/ENOENT/)
  })
})

describe('a manifest that cannot be read', () => {
  it.each(['::1', '*:0', 'a :80', '[::1]:80'])(
    'has the pattern %j named in the words of Chrome',
    (pattern) => {
      const text = `Invalid host:port pattern '${pattern}'`
      expect(() => readManifest({ sockets: { tcpServer: { listen: pattern } } })).toThrow(new TypeError(text))
      expect(() => readManifest({ sockets: { tcp: { connect: ['*', pattern] } } })).toThrow(text)
    },
  )

  it.each<[string, unknown, RegExp]>([
    ['undefined', undefined, /^Invalid manifest for chrome\.sockets: /],
    ['null', null, /^Invalid manifest for chrome\.sockets: /],
    ['a list', [], /^Invalid manifest for chrome\.sockets: /],
    ['nothing about sockets', {}, /"sockets": \{ "tcpServer": \{ "listen": "\*" \} \}/],
    ['sockets as a text', { sockets: '*' }, /must be an object, as in a Chrome App[^]*sockets/],
    ['an operation as a text', { sockets: { tcpServer: '*' } }, /must be an object[^]*sockets\.tcpServer/],
    [
      'patterns as a number',
      { sockets: { tcpServer: { listen: 80 } } },
      /must be a string or a list of strings/,
    ],
    ['a list of numbers', { sockets: { tcp: { connect: [80] } } }, /must be a string or a list of strings/],
  ])('says what is wrong with %s', (_what, manifest, text) => {
    expect(() => readManifest(manifest)).toThrow(TypeError)
    expect(() => readManifest(manifest)).toThrow(text)
  })
})
