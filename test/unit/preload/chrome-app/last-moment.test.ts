import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Settle } from '../../../../src/preload/main-world/calls.ts'
import { LastMoment } from '../../../../src/preload/chrome-app/main-world/last-moment.ts'

let isIdle: boolean
let asked: number
let moment: LastMoment
let log: string[]

const say = (word: string) => (): void => void log.push(word)

beforeEach(() => {
  vi.useFakeTimers()
  log = []
  isIdle = true
  asked = 0
  const page = globalThis as unknown as Window
  moment = new LastMoment(page, { isIdle: () => isIdle, countAsked: () => asked })
})
afterEach(() => vi.useRealTimers())

it('is over when nothing has been done for a while', () => {
  moment.settle(say('over'))
  expect(log).toEqual([])
  vi.advanceTimersByTime(1000)
  expect(log).toEqual(['over'])
})

it('waits for the calls that are made in it, and for those of their callbacks', () => {
  const settle: Settle = say('answered')
  const before = moment.watch(settle)
  expect(before).toBe(settle)
  moment.settle(say('over'))
  let second: Settle | undefined
  const first = moment.watch(() => (second = moment.watch(settle)))
  vi.advanceTimersByTime(1000)
  first([], undefined)
  vi.advanceTimersByTime(1000)
  expect(log).toEqual([])
  second?.([], undefined)
  vi.advanceTimersByTime(1000)
  expect(log).toEqual(['answered', 'over'])
})

it.each<[string, () => void, () => void]>([
  ['what is stored', () => (isIdle = false), () => (isIdle = true)],
  [
    'a question that has been asked and answered meanwhile',
    () => vi.advanceTimersByTime(50),
    () => (asked += 1),
  ],
])('waits for %s', (_what, begin, finish) => {
  moment.settle(say('over'))
  begin()
  vi.advanceTimersByTime(9)
  finish()
  vi.advanceTimersByTime(40)
  expect(log).toEqual([])
  vi.advanceTimersByTime(1000)
  expect(log).toEqual(['over'])
})

it('of an end that was called off is over with the next one only', () => {
  moment.settle(say('first'))
  moment.settle(say('second'))
  vi.advanceTimersByTime(1000)
  expect(log).toEqual(['second'])
})
