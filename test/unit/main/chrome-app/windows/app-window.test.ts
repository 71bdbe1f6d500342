import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { AppWindow } from '../../../../../src/main/chrome-app/windows/app-window.ts'
import type { CreateOptions } from '../../../../../src/main/chrome-app/windows/window-options.ts'
import { FakeWindow } from './fake-window.ts'

vi.mock('electron', () => ({ screen: {}, default: {}, BrowserWindow: {} }))

const noInsets = { x: 0, y: 0, width: 0, height: 0 }
const limits = { minWidth: 300, minHeight: 200, maxWidth: 500, maxHeight: 400 }

let fake: FakeWindow

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('process', { ...process, platform: 'linux' })
  fake = new FakeWindow({ x: 0, y: 0, width: 400, height: 300 })
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function open(options: CreateOptions): AppWindow {
  const frame = { kind: 'chrome', isTransparent: false } as const
  const opened = new AppWindow({ url: '', options, frame, geometry: undefined })
  const shown = { window: fake.window, contents: fake as never, insets: noInsets }
  opened.open(shown, { moved: () => {}, changed: () => true, mustClose: () => false })
  return opened
}

it('the window manager hears of its limits, those that it is opened with and those of later', () => {
  const opened = open({ innerBounds: limits })
  expect(fake.told).toEqual([300, 200, 500, 400])
  opened.limit({ ...limits, minWidth: 350 })
  expect(fake.told).toEqual([350, 200, 500, 400])
})

it('limits that it is given while it is maximized hold when it is no longer', () => {
  const opened = open({})
  opened.states?.maximize()
  fake.manage()
  opened.limit({ minWidth: 500, minHeight: 450 })
  opened.states?.restore()
  fake.manage()
  vi.advanceTimersByTime(2000)
  expect(fake.bounds).toEqual({ x: 0, y: 0, width: 500, height: 450 })
})

it('X11 hears of limits when the window is no longer maximized: they would hold it at the size that it has', () => {
  const opened = open({ innerBounds: limits })
  opened.states?.maximize()
  fake.manage()
  const { told } = fake
  opened.limit({ minWidth: 450 })
  opened.states?.restore()
  fake.manage()
  expect(fake.told).toBe(told)
  vi.advanceTimersByTime(2000)
  expect(fake.told).toEqual([450, 0, 0, 0])
})

it.each([
  ['linux', true, false],
  ['darwin', false, false],
  ['darwin', true, true],
])('is not to be seen any more when its page is told that it closes: %s, %s', (platform, fills, isSeen) => {
  vi.stubGlobal('process', { ...process, platform })
  open({})
  fake.isFilling = fills
  fake.emit('close', { preventDefault: () => {} })
  expect(fake.isVisible()).toBe(isSeen)
})
