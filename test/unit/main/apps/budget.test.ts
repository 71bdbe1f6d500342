import { expect, it } from 'vitest'
import { Budget } from '../../../../src/main/apps/budget.ts'

it('can be used up exactly, and no further', () => {
  const budget = new Budget(10)
  expect([budget.take(9), budget.take(2), budget.take(1), budget.take(1)]).toEqual([true, false, true, false])
})

it('has what was given back, and nothing of what it refused', () => {
  const budget = new Budget(10)
  budget.take(8)
  budget.take(100)
  budget.giveBack(3)
  expect([budget.take(6), budget.take(5)]).toEqual([false, true])
})
