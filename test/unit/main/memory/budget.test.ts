import { describe, expect, it } from 'vitest'
import { Budget } from '../../../../src/main/memory/budget.ts'
import { createApp } from '../../../support/pages/test-app.ts'

describe('a budget', () => {
  it('counts nothing that it refused, and takes back what was given', () => {
    const budget = new Budget(10)
    expect([6, 6, 4, 1].map((amount) => budget.take(amount))).toEqual([true, false, true, false])
    budget.giveBack(6)
    expect([budget.take(7), budget.take(6)]).toEqual([false, true])
  })

  it('has room up to its limit, and takes nothing by saying so', () => {
    const budget = new Budget(10)
    expect([budget.hasRoomFor(11), budget.hasRoomFor(10), budget.take(10)]).toEqual([false, true, true])
    expect([budget.hasRoomFor(1), budget.hasRoomFor(0)]).toEqual([false, true])
  })

  it('has more room when less than nothing is taken', () => {
    const budget = new Budget(10)
    expect([10, -3, 4, 3].map((amount) => budget.take(amount))).toEqual([true, true, false, true])
  })
})

describe('the write quota', () => {
  it('is 200 MiB, and exactly that is allowed', () => {
    const { writeQuota } = createApp()
    expect(writeQuota.take(209_715_201)).toBe(false)
    expect(writeQuota.take(209_715_200)).toBe(true)
    expect(writeQuota.take(0)).toBe(true)
    expect(writeQuota.take(1)).toBe(false)
  })
})
