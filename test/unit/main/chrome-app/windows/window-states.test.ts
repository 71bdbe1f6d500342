import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WindowStates } from '../../../../../src/main/chrome-app/windows/window-states.ts'
import { FakeWindow } from './fake-window.ts'

const normal = { x: 100, y: 120, width: 400, height: 300 }
const moved = { x: 200, y: 210, width: 320, height: 240 }
const whole = { x: 0, y: 0, width: 1280, height: 1024 }

let fake: FakeWindow
let states: WindowStates
let returns: number
let changes: number

function open(isResizable = true): void {
  fake = new FakeWindow(normal, isResizable)
  states = new WindowStates(
    fake.window,
    () => {
      returns += 1
    },
    () => {
      changes += 1
    },
  )
}

/** The window manager does what it is asked to, and what follows from that. */
function settle(): void {
  for (let i = 0; i < 3; i += 1) {
    fake.manage()
    vi.advanceTimersByTime(2000)
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('process', { ...process, platform: 'linux' })
  returns = 0
  changes = 0
  open()
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a window that fills the screen', () => {
  it('is maximized when it does so no more, and then has its own size again', () => {
    states.fullscreen()
    settle()
    states.maximize()
    settle()
    expect([states.isFullScreen, states.isMaximized, states.normalBounds]).toEqual([false, true, normal])
    states.restore()
    settle()
    expect([states.isMaximized, fake.bounds]).toEqual([false, normal])
  })

  it('is maximized when it is restored, where it was minimized in between', () => {
    states.fullscreen()
    settle()
    states.maximize()
    states.minimize()
    settle()
    expect(states.isMinimized).toBe(true)
    states.restore()
    settle()
    expect([states.isMinimized, states.isMaximized]).toEqual([false, true])
  })

  it('does so when it is shown, where it was hidden before, which is told at once', () => {
    states.hide()
    states.fullscreen()
    settle()
    expect([states.isFullScreen, states.isShown, fake.isFilling, changes]).toEqual([true, false, false, 1])
    states.show(true)
    expect(states.isFullScreen).toBe(true)
    settle()
    expect([states.isFullScreen, states.isShown, fake.isFilling]).toEqual([true, true, true])
    states.restore()
    settle()
    expect([states.isFullScreen, fake.bounds]).toEqual([false, normal])
  })

  it.each(['restore', 'maximize'] as const)('does not when it is shown, after %s()', (call) => {
    states.hide()
    states.fullscreen()
    states[call]()
    expect(states.isFullScreen).toBe(false)
    states.show(true)
    settle()
    expect([fake.isFilling, fake.isLarge]).toEqual([false, call === 'maximize'])
  })

  it('is maximized when it is shown, where it was hidden before', () => {
    states.fullscreen()
    settle()
    states.hide()
    states.maximize()
    fake.forget()
    states.show(true)
    settle()
    expect([states.isFullScreen, states.isMaximized]).toEqual([false, true])
  })

  it('is not maximized when it is restored in between', () => {
    states.fullscreen()
    settle()
    states.maximize()
    states.restore()
    settle()
    expect([states.isFullScreen, states.isMaximized]).toEqual([false, false])
  })
})

describe('a window that may not be resized', () => {
  it.each(['maximize', 'fullscreen'] as const)(
    'grows by %s(), and is held again when it is back',
    (state) => {
      open(false)
      states[state]()
      settle()
      expect(fake.bounds).toEqual(whole)
      states.restore()
      settle()
      expect([fake.bounds, fake.isResizable(), fake.told]).toEqual([normal, false, [400, 300, 400, 300]])
    },
  )

  it('may grow while its page fills the screen by itself', () => {
    open(false)
    fake.setFullScreen(true)
    settle()
    expect(fake.isResizable()).toBe(true)
    fake.setFullScreen(false)
    settle()
    expect([fake.isResizable(), fake.bounds]).toEqual([false, normal])
  })

  it('is held again where there is nobody who would maximize it', () => {
    open(false)
    states.maximize()
    vi.advanceTimersByTime(2000)
    expect(fake.isResizable()).toBe(false)
  })
})

describe('a window that was minimized has the focus', () => {
  it.each(['restore', 'maximize', 'focus'] as const)('after %s()', (call) => {
    fake.isSmall = true
    states[call]()
    settle()
    expect(fake.calls).toEqual(['focus'])
  })
})

it('stays hidden though it is to have the focus, until it is to be seen for another reason', () => {
  states.minimize()
  settle()
  states.hide()
  states.focus()
  settle()
  expect([states.isMinimized, states.isShown, fake.calls]).toEqual([true, false, []])
  fake.show()
  expect(states.isShown).toBe(true)
})

it('knows where it was before the window manager has maximized it', () => {
  fake.setBounds(moved)
  fake.maximize()
  settle()
  expect(states.normalBounds).toEqual(moved)
})

it('says when it is no longer larger than it was made', () => {
  states.maximize()
  settle()
  expect(returns).toBe(0)
  states.restore()
  settle()
  expect(returns).toBe(1)
})

it('is there for the user while it is minimized, and not while the app hides it', () => {
  states.minimize()
  settle()
  expect([fake.isVisible(), states.isShown]).toEqual([false, true])
  states.hide()
  expect(states.isShown).toBe(false)
  states.show(true)
  expect(states.isShown).toBe(true)
})
