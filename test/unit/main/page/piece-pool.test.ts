import { beforeEach, describe, expect, it } from 'vitest'
import { PiecePool } from '../../../../src/main/page/piece-pool.ts'

let pool: PiecePool

beforeEach(() => {
  pool = new PiecePool()
})

describe('the pool', () => {
  it('gives out memory again only after it was given back', () => {
    const [first, second] = [pool.borrow(8), pool.borrow(8)]
    expect(second).not.toBe(first)
    pool.giveBack([first, second])
    const again = [pool.borrow(8), pool.borrow(8)]
    expect(new Set(again)).toEqual(new Set([first, second]))
    expect(again).not.toContain(pool.borrow(8))
  })

  it('has pieces of each size by themselves', () => {
    for (let i = 0; i < 3; i += 1) {
      const pieces = [pool.borrow(5), pool.borrow(7)]
      expect(pieces.map(({ byteLength }) => byteLength)).toEqual([5, 7])
      pool.giveBack(pieces)
    }
  })

  it('gives out as much as is asked for, and keeps little of it', () => {
    const size = 512 * 1024
    const taken = Array.from({ length: 100 }, () => pool.borrow(size))
    expect(new Set(taken).size).toBe(100)
    pool.giveBack(taken)
    const again = Array.from({ length: 100 }, () => pool.borrow(size))
    expect(new Set(again).size).toBe(100)
    expect(again.filter((piece) => taken.includes(piece)).length).toBeLessThan(20)
  })

  it('keeps the sizes of a few sockets beside each other', () => {
    const sizes = [1, 2, 3, 4, 5, 6, 7, 8]
    const taken = sizes.map((size) => pool.borrow(size))
    pool.giveBack(taken)
    for (const [index, size] of sizes.entries()) expect(pool.borrow(size)).toBe(taken[index])
  })

  it('does not keep every size that a page can think of', () => {
    const taken = Array.from({ length: 1000 }, (_, size) => pool.borrow(size + 1))
    pool.giveBack(taken)
    const again = Array.from({ length: 1000 }, (_, size) => pool.borrow(size + 1))
    expect(again.filter((piece) => taken.includes(piece)).length).toBeLessThan(20)
  })
})
