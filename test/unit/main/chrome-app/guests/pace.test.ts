import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Pace } from '../../../../../src/main/chrome-app/guests/pace.ts'

let done: string[]
let pace: Pace
/** What the works have taken so far. */
let spent: number
const add = (name: string, time = 0, weight = 1): boolean =>
  pace.add(weight, () => {
    spent += time
    done.push(name)
  })

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  spent = 0
  vi.spyOn(performance, 'now').mockImplementation(() => spent)
  done = []
  pace = new Pace()
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

it('does the first at once, and each other one when the main process has had as long as the one before took', () => {
  for (const name of ['a', 'b', 'c']) expect(add(name, 10)).toBe(true)
  expect(done).toEqual(['a'])
  vi.advanceTimersByTime(9)
  expect(done).toEqual(['a'])
  vi.advanceTimersByTime(1)
  expect(done).toEqual(['a', 'b'])
  vi.advanceTimersByTime(10)
  expect(done).toEqual(['a', 'b', 'c'])
  vi.advanceTimersByTime(9)
  add('d')
  expect(done).toHaveLength(3)
  vi.advanceTimersByTime(1)
  expect(done).toHaveLength(4)
})

it('does one at once again when it has rested', () => {
  add('a', 10)
  vi.advanceTimersByTime(10)
  expect(add('b')).toBe(true)
  expect(done).toEqual(['a', 'b'])
})

it('lets 64 wait, and has room again when one is done', () => {
  add('first', 10)
  for (let i = 0; i < 64; i += 1) expect(add('next', 10)).toBe(true)
  expect(add('refused')).toBe(false)
  vi.advanceTimersByTime(10)
  expect(add('last')).toBe(true)
  expect(add('refused')).toBe(false)
  vi.advanceTimersByTime(10_000)
  expect(done).toHaveLength(66)
  expect(done).not.toContain('refused')
})

it('lets 32 Mi characters wait, and has room again when some are done', () => {
  const half = 16 * 1024 * 1024
  add('first', 10, half)
  for (let i = 0; i < 3; i += 1) {
    expect(add('next', 10, half)).toBe(true)
    expect(add('next', 10, half)).toBe(true)
    expect(add('refused', 0, 1)).toBe(false)
    vi.advanceTimersByTime(10_000)
    add('again', 10, half)
  }
})

it('goes on after one that throws', () => {
  const fail = (): never => {
    throw new Error('boom')
  }
  expect(() => pace.add(1, fail)).toThrow('boom')
  add('next')
  vi.advanceTimersByTime(1)
  expect(done).toEqual(['next'])
})
