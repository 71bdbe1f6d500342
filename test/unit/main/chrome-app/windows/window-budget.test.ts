import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { CreationBudget } from '../../../../../src/main/chrome-app/creation-budget.ts'
import { createWindowBudget } from '../../../../../src/main/chrome-app/windows/window-budget.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** How many windows may be opened, of so many. */
const open = (budget: CreationBudget, count: number): number =>
  Array.from({ length: count }, () => budget.take()).filter(Boolean).length

it('opens 64 windows at one go, and eight more in each second', () => {
  const budget = createWindowBudget()
  expect(open(budget, 1000)).toBe(64)
  vi.advanceTimersByTime(1000)
  expect(open(budget, 1000)).toBe(8)
  vi.advanceTimersByTime(60_000)
  expect(open(budget, 1000)).toBe(64)
})

it('has room for 256 windows, and for another one when one has gone', () => {
  const budget = createWindowBudget()
  for (let i = 0; i < 10; i += 1) {
    open(budget, 64)
    vi.advanceTimersByTime(10_000)
  }
  expect(open(budget, 1)).toBe(0)
  budget.giveBack()
  expect(open(budget, 2)).toBe(1)
})
