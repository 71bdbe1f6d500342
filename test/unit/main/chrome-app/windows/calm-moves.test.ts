import { EventEmitter } from 'node:events'
import type { BrowserWindow, WebContents } from 'electron'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { calmMoves } from '../../../../../src/main/chrome-app/windows/calm-moves.ts'

let contents: EventEmitter
let moved: number[]
let prevented: number
let isDestroyed: boolean

const say = (...places: number[]): void => {
  for (const x of places)
    contents.emit('content-bounds-updated', { preventDefault: () => (prevented += 1) }, { x })
}

beforeEach(() => {
  vi.useFakeTimers()
  contents = new EventEmitter()
  ;[moved, prevented, isDestroyed] = [[], 0, false]
  const window = {
    isDestroyed: () => isDestroyed,
    setBounds: ({ x }: { x: number }) => void moved.push(x),
  }
  calmMoves(contents as WebContents, window as unknown as BrowserWindow)
})

afterEach(() => void vi.useRealTimers())

const few = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

it('moves at once what is moved now and then, without Electron', () => {
  say(...few)
  expect(moved).toEqual(few)
  expect(prevented).toBe(10)
  vi.runAllTimers()
  say(...few)
  expect(moved).toEqual([...few, ...few])
})

it('of more than that does the last, a moment later', () => {
  say(...few, 11, 12, 13)
  expect(moved).toEqual(few)
  expect(prevented).toBe(13)
  vi.advanceTimersByTime(16)
  expect(moved).toEqual([...few, 13])
  vi.runAllTimers()
  say(14)
  expect(moved).toEqual([...few, 13, 14])
})

it.each(['page', 'window'])('does nothing any more when the %s has gone', (what) => {
  say(...few, 11)
  isDestroyed = what === 'window'
  if (what === 'page') contents.emit('destroyed')
  vi.runAllTimers()
  expect(moved).toEqual(few)
})
