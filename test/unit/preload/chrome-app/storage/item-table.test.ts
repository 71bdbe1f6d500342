import { describe, expect, it } from 'vitest'
import { ItemTable } from '../../../../../src/preload/chrome-app/main-world/storage/item-table.ts'
import { estimateMemory } from '../../../../../src/preload/chrome-app/main-world/storage/memory-size.ts'
import { countUtf8 } from '../../../../../src/preload/chrome-app/main-world/storage/utf8.ts'

const measure = (key: string, json: string): number => key.length + json.length
const exceeded = { bytes: 'bytes', bytesPerItem: 'bytes per item', items: 'items' }
const quota = { bytes: 30, bytesPerItem: 12, items: 3, exceeded }

const createTable = (items: Record<string, string> = {}): ItemTable =>
  new ItemTable(new Map(Object.entries(items)), measure)

describe('the items of an area', () => {
  it('are counted with their keys, one that is asked for twice twice', () => {
    const table = createTable({ a: '1', b: '"x"' })
    expect(table.measure(['a', 'a', 'b', 'zz'])).toBe(2 + 2 + 4)
  })

  it('tell what has really changed, in order', () => {
    const table = createTable({ a: '1', b: '2' })
    expect(
      table.apply([
        ['c', '3'],
        ['b', '2'],
        ['a', undefined],
        ['zz', undefined],
      ]),
    ).toEqual([
      { key: 'a', before: '1', after: undefined },
      { key: 'c', before: undefined, after: '3' },
    ])
    expect(table.keys).toEqual(['b', 'c'])
  })

  it('have a total that only what is changed adds to', () => {
    const table = createTable({ a: '1234567890', b: '1234567890' })
    expect(table.findExcess([['c', '1234567']], quota)).toBeUndefined()
    expect(table.findExcess([['c', '12345678']], quota)).toBe('bytes')
    table.apply([['a', undefined]])
    expect(table.findExcess([['c', '12345678']], quota)).toBeUndefined()
  })

  it('may grow in one place where they shrink in another', () => {
    const table = createTable({ a: '1234567890', b: '1234567890' })
    const entries = [
      ['c', '1234567890'],
      ['b', '1'],
    ] as const
    expect(table.findExcess(entries, quota)).toBeUndefined()
  })

  it('are too large before all of them are, and that before they are too many', () => {
    const table = createTable({ a: '123456', b: '123456', c: '12345678' })
    expect(table.findExcess([['d', '123456789012']], quota)).toBe('bytes per item')
    expect(table.findExcess([['d', '12345678']], quota)).toBe('bytes')
    expect(table.findExcess([['d', '1']], quota)).toBe('items')
    expect(table.findExcess([['c', '1']], quota)).toBeUndefined()
  })
})

/** As Chromium 156 answers `chrome.storage.session.getBytesInUse`. */
describe('an estimate of memory', () => {
  it.each([
    ['k', 'x'.repeat(22), 0],
    ['k', 'x'.repeat(24), 32],
    ['k', 'x'.repeat(100), 104],
    ['x'.repeat(100), 1, 104],
    ['k', 'é'.repeat(12), 32],
    ['k', [1, 2, 3], 96],
    ['k', { a: 1, b: [1, 2] }, 192],
    ['k', { ['x'.repeat(30)]: 1 }, 96],
    ['k', null, 0],
  ])('of %s: %j', (key, value, bytes) => {
    expect(estimateMemory(key, JSON.stringify(value))).toBe(bytes)
  })
})

it.each(['', 'a', 'é', '\u{1f600}', '\u2028', 'aé\u{1f600}\uffff'])('counts the bytes of %j', (text) => {
  expect(countUtf8(text)).toBe(Buffer.byteLength(text))
})
