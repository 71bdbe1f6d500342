import { describe, expect, it } from 'vitest'
import { PatternCheck } from '../../../bench/server/pattern-check.ts'
import { blockSize, makePattern } from '../../../bench/server/pattern.ts'

const check = new PatternCheck()
const endless = Buffer.concat(Array.from({ length: 4 }, () => makePattern(blockSize)))

/** A part of the stream at some place of its memory. */
function take(start: number, length: number, place = 0): Uint8Array {
  const memory = new Uint8Array(place + length)
  memory.set(endless.subarray(start, start + length), place)
  return memory.subarray(place)
}

describe('pattern check', () => {
  it('knows the pattern from any byte on, at any place of memory', () => {
    for (let start = 0; start < 17; start += 1)
      for (let place = 0; place < 9; place += 1)
        for (const length of [0, 1, 7, 8, 9, 40, 4096])
          expect(check.matches(take(start, length, place), start)).toBe(true)
  })

  it('knows more than a block, and where it begins anew', () => {
    for (const start of [3, blockSize - 1, 2 * blockSize - 5])
      expect(check.matches(take(start, blockSize + 777), start)).toBe(true)
  })

  it.each([0, 1, 8, 500, 1022])('notices one wrong bit, in byte %d', (index) => {
    for (let bit = 0; bit < 8; bit += 1) {
      const bytes = take(5, 1023, 3)
      bytes[index] = (bytes[index] ?? 0) ^ (1 << bit)
      expect(check.matches(bytes, 5)).toBe(false)
    }
  })

  it('notices right bytes at a wrong place', () => {
    for (const shift of [1, 4, 8, 4096]) expect(check.matches(take(64 + shift, 64), 64)).toBe(false)
  })

  it('has no number that is not one', () => {
    for (let shift = 0; shift < 8; shift += 1) {
      const words = new Float64Array(new Uint8Array(take(shift, blockSize)).buffer)
      expect(words.some(Number.isNaN)).toBe(false)
    }
  })
})
