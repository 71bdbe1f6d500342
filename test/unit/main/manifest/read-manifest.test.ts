import { describe, expect, it } from 'vitest'
import { readManifest } from '../../../../src/main/manifest/read-manifest.ts'
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

  it.each<[string, unknown, string]>([
    ['undefined', undefined, 'it must be an object'],
    ['null', null, 'it must be an object'],
    ['a list', [], 'it must be an object'],
    ['a key that is no text', { key: 1, sockets: {} }, "Value 'key' is missing or invalid."],
    ['a key that is not Base64', { key: '!!!', sockets: {} }, "Value 'key' is missing or invalid."],
    [
      'nothing about sockets',
      {},
      'it has no "sockets", as a Chrome App has: "sockets": { "tcpServer": { "listen": "*" } }',
    ],
  ])('says what is wrong with %s', (_what, manifest, text) => {
    expect(() => readManifest(manifest)).toThrow(
      new TypeError(`Invalid manifest for chrome.sockets: ${text}`),
    )
  })

  // What Chromium 156 says when it is given the same manifest.
  it.each<[unknown, string]>([
    ['*', 'expected dictionary, got string'],
    [null, 'expected dictionary, got null'],
    [[], 'expected dictionary, got list'],
    [1, 'expected dictionary, got integer'],
    [1.5, 'expected dictionary, got double'],
    [true, 'expected dictionary, got boolean'],
    [{ tcpServer: '*' }, "'tcpServer': expected dictionary, got string"],
    [{ tcpServer: null }, "'tcpServer': expected dictionary, got null"],
    [{ tcp: [] }, "'tcp': expected dictionary, got list"],
    [{ tcpServer: { listen: 80 } }, 'expected string or strings, got integer'],
    [{ tcpServer: { listen: null } }, 'expected string or strings, got null'],
    [{ tcp: { connect: {} } }, 'expected string or strings, got dictionary'],
    [
      { tcpServer: { listen: ['*', 80] } },
      "Error at key 'strings': Parsing array failed at index 1: expected string, got integer",
    ],
    [
      { tcp: { connect: [['*']] } },
      "Error at key 'strings': Parsing array failed at index 0: expected string, got list",
    ],
    [{ tcp: 5, udp: { bind: { a: 1 } } }, 'expected string or strings, got dictionary'],
    [{ tcp: { connect: '::' }, tcpServer: { listen: 80 } }, 'expected string or strings, got integer'],
  ])('is refused in the words of Chrome: %j', (sockets, text) => {
    expect(() => readManifest({ sockets })).toThrow(
      new TypeError(`Invalid manifest for chrome.sockets: ${text}`),
    )
  })

  it('is not one with operations that Chrome does not know: they are passed over', () => {
    const sockets = { tcpServer: { listen: '*', bind: 80 }, tcp: { listen: '::' }, serial: 1 }
    expect(() => readManifest({ sockets })).not.toThrow()
  })
})

it('a manifest from JSON with the key "__proto__" changes nothing but itself', () => {
  const text =
    '{"__proto__":{"sockets":{"tcp":{"connect":"*"}}},"sockets":{"__proto__":{"tcp":{"connect":"*"}}}}'
  const app = readManifest(JSON.parse(text))
  expect(isPermitted(app.permissions, 'tcp.connect', 'a', 1)).toBe(false)
  expect(JSON.parse(app.json)).toEqual(JSON.parse(text))
  expect('sockets' in {}).toBe(false)
})
