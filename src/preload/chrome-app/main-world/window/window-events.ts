import type { WindowBounds, WindowState } from '../../../../renderer-types/app-wire.ts'
import { EventSource } from '../../../main-world/event.ts'

/** In the order in which an AppWindow has them. */
const names = [
  'onAlphaEnabledChanged',
  'onRestored',
  'onMaximized',
  'onMinimized',
  'onFullscreened',
  'onBoundsChanged',
  'onClosed',
] as const

export type WindowEvents = Readonly<Record<(typeof names)[number], EventSource>>

export function createWindowEvents(): WindowEvents {
  return Object.fromEntries(names.map((name) => [name, new EventSource(() => {})])) as WindowEvents
}

/** The events that tell of the states of a window. */
const entered = [
  ['maximized', 'onMaximized'],
  ['minimized', 'onMinimized'],
  ['fullscreen', 'onFullscreened'],
] as const

const isSame = (one: WindowBounds, other: WindowBounds): boolean =>
  (['left', 'top', 'width', 'height'] as const).every((key) => one[key] === other[key])

/** Tells what has become different. */
export function tellChange(events: WindowEvents, before: WindowState, now: WindowState): void {
  const isMoved = !isSame(before.outerBounds, now.outerBounds) || !isSame(before.innerBounds, now.innerBounds)
  // A window that comes to fill the screen, or ceases to, has its bounds already when Chrome tells of that.
  const boundsAreFirst = before.fullscreen !== now.fullscreen
  if (isMoved && boundsAreFirst) events.onBoundsChanged.dispatch([])
  for (const [key, name] of entered) if (now[key] && !before[key]) events[name].dispatch([])
  // Minimized from maximized it is told to be restored, too, and back again: as Chrome does.
  if (entered.some(([key]) => before[key] && !now[key])) events.onRestored.dispatch([])
  if (isMoved && !boundsAreFirst) events.onBoundsChanged.dispatch([])
}
