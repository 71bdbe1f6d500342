import { describe, expect, it } from 'vitest'
import { parseMessage } from '../../../../src/main/calls/parse-message.ts'
import { maxUpBytes, maxUpCharacters, maxUpItems } from '../../../../src/renderer-types/wire.ts'

const call = (args: readonly unknown[]): unknown => ({ kind: 'call', id: 1, method: 'tcp.create', args })
const many = (count: number, args: readonly unknown[]): unknown[] =>
  Array.from({ length: count }, () => call(args))
const isTaken = (...items: unknown[]): boolean => parseMessage([0, undefined, ...items]) !== undefined
const objectOf = (keys: number): object =>
  Object.fromEntries(Array.from({ length: keys }, (_, i) => [`k${i}`, i]))

describe('what one message may mention', () => {
  it('is enough for as many calls as it may make', () => {
    const secure = [1, { tlsVersion: { min: 'tls1.2', max: 'tls1.3' } }]
    expect(isTaken(...many(maxUpItems, secure))).toBe(true)
    expect(isTaken(...many(maxUpItems, [1, 'address', 80, 'any', undefined]))).toBe(true)
  })

  it.each<[string, unknown]>([
    ['an object', objectOf(1000)],
    ['an object in an object', { tlsVersion: objectOf(1000) }],
    ['a list of a list', { accepts: [{ extensions: Array<string>(1000).fill('') }] }],
  ])('is paid for each time that it is mentioned: %s', (_what, shared) => {
    expect(isTaken(...many(10, [shared]))).toBe(true)
    expect(isTaken(...many(100, [shared]))).toBe(false)
  })

  it('may be a list of billions, which nobody walks through', () => {
    expect(isTaken(call([{ accepts: Array<unknown>(4_000_000_000) }]))).toBe(false)
  })

  it('is paid for by its characters', () => {
    const half = [{ name: 'x'.repeat(maxUpCharacters / 2) }]
    expect([isTaken(...many(2, half)), isTaken(...many(3, half))]).toEqual([true, false])
    const list = [1, 'A'.repeat(131_072), 80]
    expect(isTaken(...many(1000, list))).toBe(false)
  })

  it('is paid for by its bytes, those of the message among them', () => {
    const quarter = [1, new ArrayBuffer(maxUpBytes / 4), '127.0.0.1', 9]
    expect([isTaken(...many(4, quarter)), isTaken(...many(5, quarter))]).toEqual([true, false])
    const hasRoom = (bytes: number, ...items: unknown[]): boolean =>
      parseMessage([0, new ArrayBuffer(bytes), [1, 1, bytes], ...items]) !== undefined
    expect([hasRoom(maxUpBytes), hasRoom(maxUpBytes + 1)]).toEqual([true, false])
    expect([hasRoom((maxUpBytes * 3) / 4, call(quarter)), hasRoom(maxUpBytes, call(quarter))]).toEqual([
      true,
      false,
    ])
  })

  it('may be too long in one call alone: that call fails', () => {
    expect(isTaken(...many(1, [{ name: 'x'.repeat(maxUpCharacters * 2) }]))).toBe(true)
  })

  it('may be anything that nobody looks at', () => {
    for (const value of [new Uint8Array(1e6), Object('x'.repeat(1e6)), new Date(), new Map([[1, 2]])])
      expect(isTaken(...many(1000, [value]))).toBe(true)
  })
})
