import { EventEmitter } from 'node:events'
import type { WebContents } from 'electron'
import { expect, it } from 'vitest'
import { GuestZoom } from '../../../../../src/main/chrome-app/guests/guest-zoom.ts'

it('a guest gives its host back the zoom of before when it is zoomed by itself no more', () => {
  let factor = 1.5
  const contents = Object.assign(new EventEmitter(), {
    getZoomFactor: () => factor,
    setZoomFactor: (given: number) => {
      factor = given
    },
  })
  const zoom = new GuestZoom(contents as unknown as WebContents, () => {})
  const navigate = (isMainFrame: boolean, isSameDocument: boolean): unknown =>
    contents.emit('did-start-navigation', { isMainFrame, isSameDocument })
  zoom.setMode('per-view')
  zoom.setFactor(9)
  navigate(false, false)
  navigate(true, true)
  expect([factor, zoom.mode]).toEqual([5, 'per-view'])
  zoom.setMode('disabled')
  zoom.setFactor(3)
  expect(factor).toBe(1)
  zoom.setMode('per-view')
  zoom.setFactor(2)
  navigate(true, false)
  expect([factor, zoom.mode]).toEqual([1.5, 'per-origin'])
})
