import { describe, expect, it } from 'vitest'
import { ByteStream } from '../../../bench/client/byte-stream.ts'
import { makePattern } from '../../../bench/server/pattern.ts'

const period = 1000
const stream = new ByteStream(period)
const endless = Buffer.concat(Array.from({ length: 5 }, () => makePattern(period)))

describe('byte stream', () => {
  it('is the pattern, over and over', () => {
    expect(stream.slice(0, 10).equals(endless.subarray(0, 10))).toBe(true)
    expect(stream.slice(2990, 700).equals(endless.subarray(2990, 3690))).toBe(true)
  })

  it('knows its own bytes, also more than a period of them', () => {
    expect(stream.matches(endless.subarray(17, 4321), 17)).toBe(true)
    expect(stream.matches(Buffer.alloc(0), 17)).toBe(true)
  })

  it('notices one wrong byte, and right ones at a wrong place', () => {
    const wrong = Buffer.from(endless.subarray(17, 4321))
    wrong[3000] = ((wrong[3000] ?? 0) + 1) % 256
    expect(stream.matches(wrong, 17)).toBe(false)
    expect(stream.matches(endless.subarray(17, 4321), 18)).toBe(false)
  })
})
