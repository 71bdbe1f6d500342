import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { StateTeller } from '../../../../../src/main/chrome-app/windows/state-teller.ts'
import type { WindowState } from '../../../../../src/renderer-types/app-wire.ts'

const stateOf = (width: number): WindowState => ({
  innerBounds: { left: 0, top: 0, width, height: 1 },
  outerBounds: { left: 0, top: 0, width, height: 1 },
  fullscreen: false,
  maximized: false,
  minimized: false,
  alwaysOnTop: false,
})

let width: number | undefined
let told: number[]
let hasPage: boolean
let teller: StateTeller

beforeEach(() => {
  vi.useFakeTimers()
  width = 1
  told = []
  hasPage = true
  teller = new StateTeller(
    () => (width === undefined ? undefined : stateOf(width)),
    (state) => {
      if (hasPage) told.push(state.outerBounds.width)
      return hasPage
    },
  )
})

afterEach(() => vi.useRealTimers())

it('a page is told once of what changes in several events', () => {
  for (let i = 0; i < 5; i += 1) {
    teller.note()
    vi.advanceTimersByTime(5)
  }
  vi.advanceTimersByTime(5000)
  expect(told).toEqual([1])
})

it('a page is told the last of what a window is, though no event tells of it', () => {
  teller.note()
  vi.advanceTimersByTime(10)
  width = 2
  vi.advanceTimersByTime(100)
  width = 3
  vi.advanceTimersByTime(1000)
  expect(told).toEqual([1, 2, 3])
  expect(vi.getTimerCount()).toBe(0)
})

it('a page that comes later is told, too', () => {
  hasPage = false
  teller.note()
  vi.advanceTimersByTime(5000)
  hasPage = true
  teller.begin()
  vi.advanceTimersByTime(5000)
  teller.begin()
  vi.advanceTimersByTime(5000)
  expect(told).toEqual([1, 1])
})

it('nothing is told of a window that has gone', () => {
  teller.note()
  width = undefined
  vi.advanceTimersByTime(5000)
  teller.note()
  teller.stop()
  expect([told, vi.getTimerCount()]).toEqual([[], 0])
})
