import vm from 'node:vm'
import { describe, expect, it } from 'vitest'
import { parseHello } from '../../../../src/main/calls/parse-hello.ts'
import { parseArguments, parseRecord } from '../../../../src/main/calls/validate.ts'
import type { MethodName } from '../../../../src/renderer-types/contract/index.ts'

const cycle: Record<string, unknown> = { kind: 'call', id: 1, method: 'tcp.create' }
cycle.args = cycle

describe('a record', () => {
  it.each<[unknown]>([
    [{ kind: 'call', id: 0, method: 'tcp.create', args: [] }],
    [{ kind: 'call', id: 2 ** 31 - 1, method: 'tcpServer.listen', args: [1, {}, cycle] }],
    [{ kind: 'interest', event: 'tcp.onReceive', listening: true }],
    [{ kind: 'interest', event: 'udp.onReceiveError', listening: false }],
  ])('that is well formed is taken: %j', (record) => {
    expect(parseRecord(structuredClone(record))).toEqual(record)
  })

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a number', 1],
    ['a text', 'call'],
    ['a list', []],
    ['an empty object', {}],
    ['a kind of our own messages', { kind: 'failure', id: 1, args: [], error: '' }],
    ['the kind end', { kind: 'end' }],
    ['a kind of Object.prototype', { kind: 'constructor' }],
    [
      'a kind that is an object',
      { kind: { toString: (): string => 'call' }, id: 1, method: 'tcp.create', args: [] },
    ],
    [
      'what is inherited, which does not cross',
      structuredClone(Object.create({ kind: 'interest', event: 'tcp.onReceive', listening: true })),
    ],
    ['an unknown method', { kind: 'call', id: 1, method: 'tcp.destroy', args: [] }],
    ['a method of Object.prototype', { kind: 'call', id: 1, method: 'tcp.constructor', args: [] }],
    ['the method __proto__', { kind: 'call', id: 1, method: '__proto__', args: [] }],
    ['a method in a list', { kind: 'call', id: 1, method: ['tcp.create'], args: [] }],
    ['an event as method', { kind: 'call', id: 1, method: 'tcp.onReceive', args: [] }],
    ['no id', { kind: 'call', method: 'tcp.create', args: [] }],
    ['a negative id', { kind: 'call', id: -1, method: 'tcp.create', args: [] }],
    ['a fraction as id', { kind: 'call', id: 1.5, method: 'tcp.create', args: [] }],
    ['an id that is no number', { kind: 'call', id: Number.NaN, method: 'tcp.create', args: [] }],
    ['an id too large', { kind: 'call', id: 2 ** 31, method: 'tcp.create', args: [] }],
    [
      'arguments that only look like a list',
      { kind: 'call', id: 1, method: 'tcp.create', args: { length: 0 } },
    ],
    ['arguments in a cycle', cycle],
    ['a key too many', { kind: 'call', id: 1, method: 'tcp.create', args: [], app: 'other' }],
    [
      'a key __proto__',
      JSON.parse('{"kind":"interest","event":"tcp.onReceive","listening":true,"__proto__":{"x":1}}'),
    ],
    ['an unknown event', { kind: 'interest', event: 'tcp.create', listening: true }],
    ['a listening that is no flag', { kind: 'interest', event: 'tcp.onReceive', listening: 1 }],
    ['an id as bigint', { kind: 'call', id: 1n, method: 'tcp.create', args: [] }],
    ['what an older version of the page said', { kind: 'took', stream: 'tcp', socketId: 1, bytes: 1 }],
  ])('is refused for %s', (_what, record) => {
    expect(parseRecord(record)).toBeUndefined()
  })
})

describe('arguments', () => {
  // oxlint-disable-next-line no-sparse-arrays
  const sparse = [1, , 80]
  const endless: unknown[] = []
  endless.length = 2 ** 32 - 1

  it.each<[string, MethodName, unknown[]]>([
    ['too few', 'tcpServer.listen', [1, '::']],
    ['too many', 'tcpServer.close', [1, 2]],
    ['a hole', 'tcpServer.listen', sparse],
    ['a text as id', 'tcpServer.close', ['1']],
    ['an object as id', 'tcpServer.close', [{ valueOf: (): number => 1 }]],
    ['NaN', 'tcpServer.close', [Number.NaN]],
    ['a number beyond 32 bits', 'tcpServer.close', [2 ** 31]],
    ['a large number', 'tcpServer.close', [Number.MAX_VALUE]],
    ['null where something is left out', 'tcpServer.listen', [1, '::', 80, null]],
    ['an unknown property', 'tcpServer.create', [{ bufferSize: 1 }]],
    ['a property __proto__', 'tcpServer.create', [JSON.parse('{"__proto__":{"name":"x"}}')]],
    ['a property constructor', 'tcpServer.create', [{ constructor: 1 }]],
    ['a property that is null', 'tcpServer.create', [{ name: null }]],
    ['a list as dictionary', 'tcpServer.create', [[]]],
    ['a text as bytes', 'udp.send', [1, 'x', 'a', 1]],
    ['a view as bytes', 'udp.send', [1, new Uint8Array(1), 'a', 1]],
    ['shared memory as bytes', 'udp.send', [1, new SharedArrayBuffer(1), 'a', 1]],
    ['what only looks like bytes', 'udp.send', [1, { byteLength: 1e9 }, 'a', 1]],
    ['an unknown value of an enum', 'tcp.connect', [1, 'a', 1, 'ipv5']],
    ['a number as flag', 'tcp.setPaused', [1, 1]],
    ['a String object as text', 'tcp.connect', [1, Object('a'), 1]],
    ['a text longer than any name or address', 'tcp.connect', [1, 'x'.repeat(2 ** 20), 1]],
    ['a name longer than any', 'udp.create', [{ name: 'x'.repeat(2 ** 20) }]],
    ['a length of billions', 'tcp.close', endless],
    ['a length of billions where nothing is expected', 'tcp.getSockets', endless],
  ])('are refused for %s', (_what, method, args) => {
    expect(parseArguments(method, args)).toBeUndefined()
  })

  it.each<[MethodName, unknown[]]>([
    ['tcpServer.create', [undefined]],
    ['tcpServer.create', [{ name: undefined, persistent: true }]],
    ['tcpServer.listen', [1, '::', 80, undefined]],
    ['tcpServer.listen', [-1, '', 2 ** 31 - 1, -(2 ** 31)]],
    ['tcp.connect', [1, 'a', 1, 'ipv6']],
    ['tcp.getSockets', []],
    ['tcp.create', [{ name: 'x'.repeat(4096) }]],
    ['tcpServer.listen', [1, 'a'.repeat(4096), 80, undefined]],
  ])('are taken as they are: %s %j', (method, args) => {
    expect(parseArguments(method, args)).toEqual(args)
  })

  it('may be bytes of this realm only, as structured cloning makes them', () => {
    expect(parseArguments('udp.send', [1, new ArrayBuffer(1), 'a', 1])).toBeDefined()
    expect(parseArguments('udp.send', [1, vm.runInNewContext('new ArrayBuffer(1)'), 'a', 1])).toBeUndefined()
  })
})

describe('a hello', () => {
  it.each([
    [undefined],
    [null],
    ['hello'],
    [{}],
    [{ protocol: '1', contextIsolated: true }],
    [{ protocol: 1 }],
  ])('that is malformed is refused: %j', (hello) => {
    expect(parseHello(hello)).toBeUndefined()
  })

  it('may say more than is known here, as a newer preload does', () => {
    expect(parseHello({ protocol: 2, contextIsolated: true, more: 1 })).toEqual({
      protocol: 2,
      contextIsolated: true,
    })
  })
})
