import { describe, expect, it, vi } from 'vitest'
import type { CreateOptions } from '../../../../../src/main/chrome-app/windows/window-options.ts'

const workArea = { x: 0, y: 20, width: 1000, height: 800 }
vi.mock('electron', () => ({ screen: { getPrimaryDisplay: () => ({ workArea }) } }))

const { placeWindow } = await import('../../../../../src/main/chrome-app/windows/place-window.ts')

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
