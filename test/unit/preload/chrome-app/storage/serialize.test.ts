import { describe, expect, it } from 'vitest'
import {
  serializeDefaults,
  serializeItems,
} from '../../../../../src/preload/chrome-app/main-world/storage/serialize.ts'

const serialize = (value: unknown): string | undefined => serializeItems({ value })?.[0]?.[1]

describe('what chrome.storage keeps', () => {
  it.each([
    ['text', '"text"'],
    [1.5, '1.5'],
    [-0, '0'],
    [2_147_483_648, '2147483648.0'],
    [123_456_789_012, '123456789012.0'],
    [1e12, '1e+12'],
    [2 ** 53, '9.007199254740992e+15'],
    [1e-7, '1e-7'],
    ['<\u2028\u2029>\ud800', String.raw`"\u003C\u2028\u2029>�"`],
    [{ '\uff5e': 1, '\u{1f600}': 2, B: 3, a: 4 }, '{"B":3,"a":4,"\uff5e":1,"\u{1f600}":2}'],
    [{ 'a\0b': 1, '\ud800': 2 }, String.raw`{"a\u0000b":1,"�":2}`],
    [null, 'null'],
    [{ b: 1, a: [true, undefined, NaN] }, '{"a":[true,null,null],"b":1}'],
    [{ f: () => {}, s: Symbol('s'), u: undefined, n: Infinity }, '{}'],
    [new Date(0), '{}'],
    [/x/g, '{}'],
    [new Map([[1, 2]]), '{}'],
    [new Set([1]), '{}'],
    [Object('s'), '{"0":"s"}'],
    [Object(true), '{}'],
    [{ toJSON: () => 'never called', a: 1 }, '{"a":1}'],
  ])('%o is kept as %s', (value, json) => {
    expect(serialize(value)).toBe(json)
  })

  it('cuts the key of an item at NUL', () => {
    expect(serializeItems({ 'a\0b': 1, '\ud800': 2 })).toEqual([
      ['a', '1'],
      ['\ufffd', '2'],
    ])
    expect(serializeDefaults({ 'a\0b': 1 }).entries).toEqual([['a', '1']])
  })

  it.each([undefined, NaN, -Infinity, () => {}, Symbol('s'), 10n])('%o is not kept', (value) => {
    expect(serialize(value)).toBeUndefined()
  })

  it('is null where a getter throws, and nothing where keys cannot be listed', () => {
    const throws = (): never => {
      throw new Error('boom')
    }
    expect(serialize(Object.defineProperty({}, 'a', { get: throws, enumerable: true }))).toBe('{"a":null}')
    expect(serialize(new Proxy({}, { ownKeys: throws }))).toBe('{}')
  })

  it('is cut where it lies in more than a hundred objects or lists', () => {
    const nest = (wrap: (inner: unknown) => unknown): unknown => {
      let value: unknown = 'end'
      for (let i = 0; i < 120; i += 1) value = wrap(value)
      return value
    }
    expect(serialize(nest((inner) => [inner]))).toBe(`${'['.repeat(100)}null${']'.repeat(100)}`)
    expect(serialize(nest((d) => ({ d })))).toBe(`${'{"d":'.repeat(99)}{}${'}'.repeat(99)}`)
  })

  it('is cut where it contains itself', () => {
    const cycle: Record<string, unknown> = { a: 1 }
    cycle['self'] = cycle
    expect(serialize(cycle)).toBe('{"a":1,"self":null}')
  })

  it.each([new ArrayBuffer(1), new Uint8Array(1), { deep: [new DataView(new ArrayBuffer(1))] }])(
    'is nothing at all where there are bytes in it',
    (value) => {
      expect(serializeItems({ first: 1, value })).toBeUndefined()
    },
  )

  it('is what is left of defaults that cannot be kept', () => {
    expect(serializeDefaults({ a: 1, c: undefined }).entries).toEqual([['a', '1']])
  })

  it('gives bytes of a default back, copied at once', () => {
    const view = new Uint8Array([1, 2, 3]).subarray(1)
    const { entries, read } = serializeDefaults({ deep: [view, 'text'] })
    view[0] = 9
    expect(read(entries[0]?.[1] ?? '')).toEqual([new Uint8Array([2, 3]).buffer, 'text'])
  })

  it('is read in the order of the object', () => {
    const read: string[] = []
    const value = Object.defineProperties(
      {},
      Object.fromEntries(
        ['b', 'a'].map((key) => [key, { enumerable: true, get: () => read.push(key) }] as const),
      ),
    )
    expect(serializeItems({ value })).toEqual([['value', '{"a":2,"b":1}']])
    expect(read).toEqual(['b', 'a'])
  })
})
