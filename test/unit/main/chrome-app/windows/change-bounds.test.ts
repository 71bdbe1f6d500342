import { describe, expect, it } from 'vitest'
import type { Place } from '../../../../../src/main/chrome-app/windows/change-bounds.ts'
import {
  changeLimits,
  limitWindow,
  moveWindow,
} from '../../../../../src/main/chrome-app/windows/change-bounds.ts'
import type { SizeLimits } from '../../../../../src/main/chrome-app/windows/size-limits.ts'

const outer = { x: 10, y: 20, width: 308, height: 235 }
/** Of a window of Windows: 8 at the left, 31 above. */
const insets = { x: 4, y: 31, width: 8, height: 35 }

const place = (limits: SizeLimits = {}): Place => ({ outer, insets, limits })

describe('the bounds of a window', () => {
  it.each([
    ['outerBounds', { left: 1, width: 400 }, { x: 1, y: 20, width: 400, height: 235 }],
    ['innerBounds', { left: 1, width: 400 }, { x: -3, y: 20, width: 408, height: 235 }],
    ['bounds', { left: 1, width: 400 }, { x: 1, y: 20, width: 408, height: 235 }],
    ['bounds', {}, outer],
    ['innerBounds', { width: 0, height: -5 }, { x: 10, y: 20, width: 9, height: 36 }],
  ])('of the kind %s change by %j to %j', (kind, changed, bounds) => {
    expect(moveWindow(place(), kind, changed)).toEqual(bounds)
  })

  it('stay within the limits of the content', () => {
    const limits = { minWidth: 320, maxHeight: 100 }
    expect(limitWindow(place(limits))).toEqual({ ...outer, width: 328, height: 135 })
    expect(moveWindow(place(limits), 'outerBounds', { width: 100, height: 900 })).toMatchObject({
      width: 328,
      height: 135,
    })
  })
})

describe('the limits of a window', () => {
  it('are changed one by one', () => {
    const limits = { minWidth: 100, maxWidth: 500 }
    expect(changeLimits(place(limits), 'innerBounds', { minHeight: 50 })).toEqual({
      ...limits,
      minHeight: 50,
    })
    expect(changeLimits(place(limits), 'innerBounds', { minWidth: 0 })).toEqual({ maxWidth: 500 })
    expect(changeLimits(place(limits), 'innerBounds', { minWidth: undefined })).toEqual(limits)
  })

  it('are those of the content, whatever they are given for', () => {
    expect(changeLimits(place(), 'outerBounds', { minWidth: 308, maxHeight: 435 })).toEqual({
      minWidth: 300,
      maxHeight: 400,
    })
  })

  it('have no maximum below the minimum', () => {
    expect(changeLimits(place({ minWidth: 300 }), 'innerBounds', { maxWidth: 100 })).toEqual({
      minWidth: 300,
      maxWidth: 300,
    })
  })
})
