import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { CreationBudget } from '../../../../../src/main/chrome-app/creation-budget.ts'
import { createWindowBudget } from '../../../../../src/main/chrome-app/windows/window-budget.ts'
import { expectLimitToComeBack } from '../../../../support/limits.ts'

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

it('has room for 256 windows at one time, and for as many again when they have gone', async () => {
  const budget = createWindowBudget()
  await expectLimitToComeBack({
    limit: 256,
    take: () => {
      vi.advanceTimersByTime(1000)
      return budget.take()
    },
    giveBack: () => {
      for (let i = 0; i < 256; i += 1) budget.giveBack()
    },
  })
})
