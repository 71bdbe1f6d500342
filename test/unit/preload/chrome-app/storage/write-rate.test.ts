import { describe, expect, it } from 'vitest'
import { WriteRate } from '../../../../../src/preload/chrome-app/main-world/storage/write-rate.ts'

const limits = [
  { name: 'MINUTE', calls: 2, milliseconds: 60 },
  { name: 'HOUR', calls: 3, milliseconds: 3600 },
]

describe('a rate of writes', () => {
  it('is refused beyond a limit, until the time that began with the first of them is over', () => {
    let now = 1000
    const rate = new WriteRate(limits, () => now)
    expect([rate.refuse(), rate.refuse()]).toEqual([undefined, undefined])
    expect(rate.refuse()).toBe('This request exceeds the MINUTE quota.')
    now += 60
    expect(rate.refuse()).toBe('This request exceeds the MINUTE quota.')
    now += 1
    expect(rate.refuse()).toBeUndefined()
    expect(rate.refuse()).toBe('This request exceeds the HOUR quota.')
    now += 3600
    expect(rate.refuse()).toBeUndefined()
  })
})
