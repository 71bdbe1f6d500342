import { beforeEach, describe, expect, it } from 'vitest'
import { PiecePool, cutPieces } from '../../../../src/main/apps/piece-pool.ts'
import { Random } from '../../../support/random.ts'

let pool: PiecePool

beforeEach(() => {
  pool = new PiecePool()
})

const chunk = (...values: number[]): Buffer => Buffer.from(values)

describe('pieces', () => {
  it.each<[string, number[], number, number[]]>([
    ['one that is cut exactly', [6], 3, [3, 3]],
    ['one with a rest', [7], 3, [3, 3, 1]],
    ['small ones that become one', [1, 1, 1], 3, [3]],
    ['small ones that are less than one', [1, 1], 3, [2]],
    ['one that ends within another', [2, 5], 3, [3, 3, 1]],
    ['empty ones', [0, 2, 0, 2, 0], 3, [3, 1]],
    ['nothing', [], 3, []],
  ])('are all as large as can be but the last: %s', (_what, lengths, size, expected) => {
    const chunks = lengths.map((length) => Buffer.alloc(length))
    expect(cutPieces(chunks, size, pool).map(({ byteLength }) => byteLength)).toEqual(expected)
  })

  it.each([1, 2, 3, 4, 5])('have all bytes in order, whatever the chunks: seed %i', (seed) => {
    const random = new Random(seed)
    for (let i = 0; i < 50; i += 1) {
      const chunks = Array.from({ length: random.below(20) }, () =>
        Buffer.from(random.bytes(random.below(50))),
      )
      const pieces = cutPieces(chunks, 1 + random.below(60), pool)
      expect(Buffer.concat(pieces.map((piece) => Buffer.from(piece))).equals(Buffer.concat(chunks))).toBe(
        true,
      )
      if (random.below(2) === 0) pool.reset()
    }
  })

  it('do not share memory with one another, nor with the chunks', () => {
    const source = chunk(1, 2, 3, 4, 5, 6)
    const [first, second] = cutPieces([source], 3, pool)
    source.fill(9)
    new Uint8Array(second ?? new ArrayBuffer(0)).fill(8)
    expect([...new Uint8Array(first ?? new ArrayBuffer(0))]).toEqual([1, 2, 3])
  })
})

describe('the pool', () => {
  it('gives out memory again only after what was taken has been cloned', () => {
    const [first, second] = [pool.take(8), pool.take(8)]
    expect(second).not.toBe(first)
    pool.reset()
    expect([pool.take(8), pool.take(8)].map((piece) => piece === first || piece === second)).toEqual([
      true,
      true,
    ])
    const third = pool.take(8)
    expect([first, second]).not.toContain(third)
  })

  it('has pieces of each size by themselves', () => {
    for (let i = 0; i < 3; i += 1) {
      expect([pool.take(5).byteLength, pool.take(7).byteLength]).toEqual([5, 7])
      pool.reset()
    }
  })

  it('gives out as much as is asked for, and keeps little of it', () => {
    const size = 128 * 1024
    const taken = Array.from({ length: 100 }, () => pool.take(size))
    expect(new Set(taken).size).toBe(100)
    pool.reset()
    const again = Array.from({ length: 100 }, () => pool.take(size))
    expect(new Set(again).size).toBe(100)
    expect(again.filter((piece) => taken.includes(piece)).length).toBeLessThan(20)
  })

  it('does not keep every size that a page can think of', () => {
    const taken = new Set<unknown>()
    for (let size = 1; size <= 1000; size += 1) {
      taken.add(pool.take(size))
      pool.reset()
    }
    let kept = 0
    for (let size = 1; size <= 1000; size += 1) {
      if (taken.has(pool.take(size))) kept += 1
      pool.reset()
    }
    expect(kept).toBeLessThan(20)
  })
})
