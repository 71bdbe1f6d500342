import { expect, it } from 'vitest'
import {
  createWindowEvents,
  tellChange,
} from '../../../../src/preload/chrome-app/main-world/window/window-events.ts'
import type { WindowState } from '../../../../src/renderer-types/app-wire.ts'

const normal: WindowState = {
  innerBounds: { left: 0, top: 0, width: 400, height: 300 },
  outerBounds: { left: 0, top: 0, width: 400, height: 300 },
  fullscreen: false,
  maximized: false,
  minimized: false,
  alwaysOnTop: false,
}

/** What is told of a change, in its order. */
function tell(before: Partial<WindowState>, now: Partial<WindowState>): string[] {
  const told: string[] = []
  const events = createWindowEvents()
  for (const [name, event] of Object.entries(events)) event.dispatch = () => void told.push(name)
  tellChange(events, { ...normal, ...before }, { ...normal, ...now })
  return told
}

it.each([
  [
    'minimized, of one that was maximized',
    { maximized: true },
    { minimized: true },
    ['onMinimized', 'onRestored'],
  ],
  [
    'maximized, of one that was minimized',
    { minimized: true },
    { maximized: true },
    ['onMaximized', 'onRestored'],
  ],
  [
    'maximized, of one that filled the screen',
    { fullscreen: true },
    { maximized: true },
    ['onRestored', 'onMaximized'],
  ],
  [
    'minimized, of one that filled the screen',
    { fullscreen: true },
    { minimized: true },
    ['onRestored', 'onMinimized'],
  ],
])('%s', (_what, before, now, told) => {
  expect(tell(before, now)).toEqual(told)
})
