import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { KeptFolder } from '../../../../../src/main/chrome-app/kept-folder.ts'
import { OutsideLinks } from '../../../../../src/main/chrome-app/pages/outside-links.ts'
import type { AppWindow, ShownWindow } from '../../../../../src/main/chrome-app/windows/app-window.ts'
import { AppWindows } from '../../../../../src/main/chrome-app/windows/app-windows.ts'
import type { WindowsHost } from '../../../../../src/main/chrome-app/windows/app-windows.ts'
import { GeometryStore } from '../../../../../src/main/chrome-app/windows/geometry-store.ts'
import type { CreateOptions } from '../../../../../src/main/chrome-app/windows/window-options.ts'
import { expectLimitToComeBack } from '../../../../support/limits.ts'

vi.mock('electron', () => ({ screen: {}, default: {}, BrowserWindow: {} }))

const url = 'chrome-app://id/page.html'
let gone: AppWindow[]
let refused: number
let windows: AppWindows

beforeEach(() => {
  vi.useFakeTimers()
  gone = []
  refused = 0
  const host: Pick<WindowsHost, 'geometries' | 'links' | 'windowGone' | 'windowRefused'> = {
    geometries: new GeometryStore(new KeptFolder('/nowhere', console)),
    links: new OutsideLinks(() => {}),
    windowGone: (window) => void gone.push(window),
    windowRefused: () => {
      refused += 1
    },
  }
  windows = new AppWindows(host as WindowsHost)
})

afterEach(() => vi.useRealTimers())

const request = (options: CreateOptions = {}): AppWindow | undefined =>
  windows.request({ url, options, frame: { kind: 'chrome', isTransparent: false } })

describe('a window that was asked for', () => {
  it('holds a place, of which there are 64 at one go, until it is clear that nobody opens it', async () => {
    // More than there may be at one time.
    for (let i = 0; i < 2; i += 1)
      await expectLimitToComeBack({
        limit: 64,
        take: () => request() !== undefined,
        giveBack: () => vi.advanceTimersByTime(60_000),
      })
    expect([gone.length, windows.isEmpty]).toEqual([6 * 64, true])
    expect(refused).toBe(6)
  })

  it('holds one of 256 places, however much time there was to make them', async () => {
    let now = performance.now()
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 1000))
    await expectLimitToComeBack({
      limit: 256,
      take: () => request() !== undefined,
      giveBack: () => vi.advanceTimersByTime(60_000),
    })
    clock.mockRestore()
    expect(gone).toHaveLength(3 * 256)
  })

  it('is one to be seen, as Chrome has it at once, unless it is to be hidden', () => {
    request({ hidden: true })
    expect(windows.isAnyShown).toBe(false)
    request()
    expect(windows.isAnyShown).toBe(true)
  })

  it('cannot be opened any more after that, and not by another token or address', () => {
    const token = request()?.token ?? ''
    const deny = { action: 'deny' }
    expect([windows.approve('', url), windows.approve(token, `${url}?`)]).toEqual([deny, deny])
    vi.advanceTimersByTime(60_000)
    expect(windows.approve(token, url)).toEqual(deny)
    const destroy = vi.fn()
    windows.adopt(token, { window: { destroy } } as unknown as ShownWindow)
    expect(destroy).toHaveBeenCalledTimes(1)
  })
})
