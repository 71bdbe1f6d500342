import { describe, expect, it } from 'vitest'
import { WriteQuota } from '../../../../src/main/apps/write-quota.ts'

describe('the write quota', () => {
  it('is 200 MiB, and exactly that is allowed', () => {
    const quota = new WriteQuota()
    expect(quota.take(209_715_200)).toBe(true)
    expect(quota.take(0)).toBe(true)
    expect(quota.take(1)).toBe(false)
    expect(new WriteQuota().take(209_715_201)).toBe(false)
  })

  it('counts nothing that it refused, and takes back what was given', () => {
    const quota = new WriteQuota(10)
    expect([quota.take(6), quota.take(6), quota.take(4), quota.take(1)]).toEqual([true, false, true, false])
    quota.giveBack(6)
    expect([quota.take(7), quota.take(6)]).toEqual([false, true])
  })
})
