import { describe, expect, it, vi } from 'vitest'
import type { CreateOptions } from '../../../../../src/main/chrome-app/windows/window-options.ts'

const workArea = { x: 0, y: 20, width: 1000, height: 800 }
vi.mock('electron', () => ({
  screen: { getPrimaryDisplay: () => ({ workArea }), getDisplayMatching: () => ({ workArea }) },
}))

const { placeAgain, placeWindow } = await import('../../../../../src/main/chrome-app/windows/place-window.ts')

const place = (options: CreateOptions): unknown => {
  const { x, y, width, height } = placeWindow(options)
  return [x, y, width, height]
}

describe('where a window is', () => {
  it.each<[CreateOptions, number[]]>([
    [{}, [244, 228, 512, 384]],
    [{ width: 300, height: 200, left: 1, top: 2 }, [1, 2, 300, 200]],
    [{ bounds: { left: 5, top: 6, width: 100, height: 90 }, width: 300, left: 1 }, [5, 6, 100, 90]],
    [{ defaultWidth: 300, defaultHeight: 200, defaultLeft: 7, defaultTop: 8, width: 310 }, [7, 8, 310, 200]],
    [{ innerBounds: { width: 300, left: 0, top: 0 }, width: 310, minWidth: 900 }, [0, 0, 300, 384]],
    [{ outerBounds: { left: -50, top: 3000, width: 10, height: 20 } }, [-50, 3000, 10, 20]],
    [{ innerBounds: { width: 100, height: 100, left: 3 } }, [450, 370, 100, 100]],
    [{ innerBounds: { width: 0, height: -4 } }, [244, 228, 512, 384]],
    [{ innerBounds: { width: 100, minWidth: 200, maxHeight: 50, left: 0, top: 0 } }, [0, 0, 200, 50]],
    [{ innerBounds: { minWidth: 500, maxWidth: 400, width: 450, left: 0, top: 0 } }, [0, 0, 500, 384]],
  ])('follows from %j: %j', (options, bounds) => {
    expect(place(options)).toEqual(bounds)
  })
})

describe('where a window is whose content has something above it', () => {
  it.each<[CreateOptions, number[]]>([
    [{}, [244, 215, 512, 409]],
    [{ innerBounds: { left: 10, top: 40, width: 300, height: 200 } }, [10, 15, 300, 225]],
    [{ outerBounds: { left: 10, top: 40, width: 300, height: 200 } }, [10, 40, 300, 200]],
    [{ bounds: { left: 10, top: 40, width: 300, height: 200 } }, [10, 40, 300, 225]],
    [{ innerBounds: { left: 10, top: 40, height: 200, minHeight: 300 } }, [10, 15, 512, 325]],
  ])('follows from %j: %j', (options, bounds) => {
    const { x, y, width, height } = placeWindow(options, 25)
    expect([x, y, width, height]).toEqual(bounds)
  })
})

describe('where a window is that was there before', () => {
  const bounds = { x: 111, y: 222, width: 456, height: 345 }
  const again = (options: CreateOptions, geometry: Parameters<typeof placeAgain>[1]): unknown => {
    const { x, y, width, height } = placeAgain(options, geometry)
    return [x, y, width, height]
  }

  it('is where it was, whatever is asked for, but for its limits', () => {
    const options = { innerBounds: { left: 30, top: 40, width: 300, height: 200 } }
    const geometry = { bounds, workArea, isMaximized: false }
    expect(again(options, geometry)).toEqual([111, 222, 456, 345])
    expect(placeAgain(options, geometry)).not.toHaveProperty('useContentSize')
    expect(again({ innerBounds: { minWidth: 500, maxHeight: 300 } }, geometry)).toEqual([111, 222, 500, 300])
  })

  it('is moved to the screen only if the screen is another by now', () => {
    const far = { x: 5000, y: -300, width: 2000, height: 100 }
    expect(again({}, { bounds: far, workArea, isMaximized: false })).toEqual([5000, -300, 2000, 100])
    const other = { ...workArea, width: 1600 }
    expect(again({}, { bounds: far, workArea: other, isMaximized: false })).toEqual([0, 20, 1000, 100])
  })
})
