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

/** In Chrome's order. */
function listStateEvents(before: WindowState, now: WindowState): (keyof WindowEvents)[] {
  const told = entered.flatMap(([key, name]) => (now[key] && !before[key] ? [name] : []))
  if (!entered.some(([key]) => before[key] && !now[key])) return told
  // What a window comes to that filled the screen it comes to after it has been restored. Minimized from maximized it is
  // told to be restored, too, and back again.
  return before.fullscreen && !now.fullscreen ? ['onRestored', ...told] : [...told, 'onRestored']
}

/** Tells what has become different. */
export function tellChange(events: WindowEvents, before: WindowState, now: WindowState): void {
  const isMoved = !isSame(before.outerBounds, now.outerBounds) || !isSame(before.innerBounds, now.innerBounds)
  // A window that comes to fill the screen, or ceases to, has its bounds already when Chrome tells of that.
  const boundsAreFirst = before.fullscreen !== now.fullscreen
  if (isMoved && boundsAreFirst) events.onBoundsChanged.dispatch([])
  for (const name of listStateEvents(before, now)) events[name].dispatch([])
  if (isMoved && !boundsAreFirst) events.onBoundsChanged.dispatch([])
}
