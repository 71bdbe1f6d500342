import { describe, expect, it } from 'vitest'
import { createMatcher } from '../../../../src/preload/main-world/signature.ts'
import { invoke, refusalOf } from '../../../support/pages/invoke.ts'

const f = (): void => {}

/** What Chrome says before the complaint about a property. */
function placeOf(method: 'tcp.create' | 'tcpServer.create'): string {
  const namespace = method.split('.')[0] ?? ''
  return (
    `Error in invocation of sockets.${namespace}.create(optional sockets.${namespace}.SocketProperties properties, ` +
    `optional function callback): Error at parameter 'properties': `
  )
}

describe('what a getter of an argument throws', () => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  const unreadable = Object.defineProperty(new Error('own'), 'stack', {
    get() {
      throw new Error('not asked for')
    },
  })
  const of = [{ kind: 'dictionary', name: 'test', properties: { key: { type: 'string' } } }] as const
  const row = { parameters: [{ name: 'given', type: { kind: 'choice', of } }], promise: true } as const

  it.each<[string, unknown]>([
    ['a number', 5],
    ['a TypeError', new TypeError('own')],
    ['an error whose stack cannot be read', unreadable],
    ['a proxy that has been revoked', proxy],
  ])('is what the page is thrown: %s', (_what, thrown) => {
    const given = {
      get key() {
        throw thrown
      },
    }
    let caught: unknown
    try {
      createMatcher('test', row)([given])
    } catch (error) {
      caught = error
    }
    expect(caught === thrown).toBe(true)
  })
})

describe('a dictionary', () => {
  class Named {
    name = 'x'
  }

  it.each<[string, object, string]>([
    ['an unknown key', { bogus: 1 }, "Unexpected property: 'bogus'."],
    ['an unknown key that is undefined', { bogus: undefined }, "Unexpected property: 'bogus'."],
    ['an unknown key that is null', { bogus: null }, "Unexpected property: 'bogus'."],
    ['a key that is a number', { 0: 1 }, "Unexpected property: '0'."],
    ['two unknown keys: the first counts', { z: 1, a: 2 }, "Unexpected property: 'z'."],
    ['an unknown key before a wrong value', { bogus: 1, name: 1 }, "Unexpected property: 'bogus'."],
    ['a key of Object.prototype', { toString: 1 }, "Unexpected property: 'toString'."],
    ['an own key __proto__', JSON.parse('{"__proto__": 1}') as object, "Unexpected property: '__proto__'."],
    ['a wrong name', { name: 1 }, "Error at property 'name': Invalid type: expected string, found integer."],
    [
      'a wrong flag',
      { persistent: 1 },
      "Error at property 'persistent': Invalid type: expected boolean, found integer.",
    ],
    [
      'two wrong values: the first counts',
      { persistent: 1, name: 1 },
      "Error at property 'persistent': Invalid type: expected boolean, found integer.",
    ],
    [
      'two wrong values in the other order',
      { name: 1, persistent: 1 },
      "Error at property 'name': Invalid type: expected string, found integer.",
    ],
  ])('is refused for %s', (_what, properties, text) => {
    expect(refusalOf('tcpServer.create', properties, f)).toBe(placeOf('tcpServer.create') + text)
  })

  it.each<[string, object]>([
    ['a getter', Object.defineProperty({}, 'name', { get: () => 'x', enumerable: true })],
    ['an inherited key, which does not count', Object.create({ bogus: 1 }) as object],
    ['an instance of a class', new Named()],
    ['a Date', new Date()],
    ['a Map', new Map([['bogus', 1]])],
    ['an ArrayBuffer', new ArrayBuffer(1)],
    ['a regular expression', /x/],
    ['a proxy', new Proxy({ name: 'a' }, {})],
    ['a symbol as key', { [Symbol('a')]: 1 }],
    ['a key that is not enumerable', Object.defineProperty({}, 'bogus', { value: 1 })],
  ])('is taken with %s', (_what, properties) => {
    expect(refusalOf('tcpServer.create', properties, f)).toBeUndefined()
  })

  it('lets the error of a getter through', () => {
    const properties = Object.defineProperty({}, 'name', {
      get: () => {
        throw new RangeError('x')
      },
      enumerable: true,
    })
    expect(() => invoke('tcpServer.create', properties, f)).toThrow(new RangeError('x'))
  })

  it('is read once, and crosses as plain data without what is null', () => {
    let reads = 0
    const properties = {
      get name() {
        reads += 1
        return 'read'
      },
      persistent: null,
    }
    const [parsed] = invoke('tcpServer.create', properties, f).args
    expect(Reflect.ownKeys(parsed as object)).toEqual(['name'])
    expect(parsed).toMatchObject({ name: 'read' })
    expect(reads).toBe(1)
    expect(Object.getPrototypeOf(parsed)).toBeNull()
  })
})

describe('a property that must be an integer', () => {
  it.each<[string, unknown]>([
    ['number', 1.5],
    ['number', Number.NaN],
    ['number', 2 ** 31],
    ['string', 'x'],
    ['boolean', true],
    ['array', []],
    ['object', {}],
    ['object', new Date()],
    ['function', f],
    ['binary', new ArrayBuffer(1)],
    ['binary', new Uint8Array(1)],
    ['other', 1n],
    ['other', Symbol('s')],
  ])('is refused as %s: %o', (found, bufferSize) => {
    const complaint = `Error at property 'bufferSize': Invalid type: expected integer, found ${found}.`
    expect(refusalOf('tcp.create', { bufferSize }, f)).toBe(placeOf('tcp.create') + complaint)
  })

  it('is 0 where the page wrote -0', () => {
    const [parsed] = invoke('tcp.create', { bufferSize: -0 }, f).args as [{ bufferSize: number }]
    expect(Object.is(parsed.bufferSize, 0)).toBe(true)
  })
})

describe('a dictionary in a dictionary', () => {
  const place =
    'Error in invocation of sockets.tcp.secure(integer socketId, optional sockets.tcp.SecureOptions options, ' +
    "function callback): Error at parameter 'options': "
  const inner = `${place}Error at property 'tlsVersion': `

  it.each<[object, string]>([
    [{ bogus: 1 }, `${place}Unexpected property: 'bogus'.`],
    [{ tlsVersion: 'x' }, `${inner}Invalid type: expected sockets.tcp.TLSVersionConstraints, found string.`],
    [{ tlsVersion: { bogus: 1 } }, `${inner}Unexpected property: 'bogus'.`],
    [
      { tlsVersion: { min: 1 } },
      `${inner}Error at property 'min': Invalid type: expected string, found integer.`,
    ],
  ])('names the way to what is wrong: %j', (options, text) => {
    expect(refusalOf('tcp.secure', 1, options, f)).toBe(text)
  })

  it('is taken with what it has', () => {
    const { args } = invoke('tcp.secure', 1, { tlsVersion: { min: 'tls1.2', max: undefined } }, f)
    expect(args).toEqual([1, { tlsVersion: { min: 'tls1.2' } }])
  })
})

describe('an enum', () => {
  const place =
    'Error in invocation of sockets.tcp.connect(integer socketId, string peerAddress, integer peerPort, ' +
    "optional sockets.tcp.DnsQueryType dnsQueryType, function callback): Error at parameter 'dnsQueryType': "

  it.each(['ipv5', '', 'IPV4', 'any '])('names its values when it is given "%s"', (value) => {
    expect(refusalOf('tcp.connect', 1, 'a', 1, value, f)).toBe(
      `${place}Value must be one of any, ipv4, ipv6.`,
    )
  })

  it.each(['any', 'ipv4', 'ipv6'])('takes %s', (value) => {
    expect(invoke('tcp.connect', 1, 'a', 1, value, f).args).toEqual([1, 'a', 1, value])
  })
})
