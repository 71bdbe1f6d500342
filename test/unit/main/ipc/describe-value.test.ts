import { expect, it } from 'vitest'
import { describeValue } from '../../../../src/main/ipc/describe-value.ts'

it.each<[unknown, string]>([
  [7, '7'],
  [undefined, 'undefined'],
  [null, 'null'],
  ['a"b', '"a\\"b"'],
  [{ name: 'n', persistent: true }, '{ name: "n", persistent: true }'],
  [{}, '{}'],
  [new ArrayBuffer(5), '<5 bytes>'],
  [new Uint8Array(1000), '[object Uint8Array]'],
  [Object('text'), '[object String]'],
  [[1, 2, 3, 4, 5, 6], '[1, 2, 3, 4, … 6 in all]'],
])('%j is %j', (value, text) => expect(describeValue(value)).toBe(text))

it('what is long, wide or deep becomes short', () => {
  const wide = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`k${i}`, 'x'.repeat(1000)]))
  const deep: unknown[] = []
  deep.push(deep)
  // eslint-disable-next-line unicorn/no-new-array
  for (const value of ['x'.repeat(1e6), wide, new Array(4e9), { ['k'.repeat(1e6)]: 1 }, deep])
    expect(describeValue(value).length).toBeLessThan(3000)
})
