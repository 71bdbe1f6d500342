import { describe, expect, it } from 'vitest'
import { serializeItems } from '../../../../src/preload/chrome-app/main-world/storage/serialize.ts'

const serialize = (value: unknown): string | undefined => serializeItems({ value })?.[0]?.[1]

describe('what chrome.storage keeps', () => {
  it.each([
    ['text', '"text"'],
    [1.5, '1.5'],
    [-0, '0'],
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

  it.each([undefined, NaN, -Infinity, () => {}, Symbol('s'), 10n])('%o is not kept', (value) => {
    expect(serialize(value)).toBeUndefined()
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
})
