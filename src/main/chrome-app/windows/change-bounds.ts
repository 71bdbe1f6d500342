import type { Rectangle } from 'electron'
import type { AppArguments } from '../../../renderer-types/contract/apps/index.ts'
import type { FrameInsets } from './frame-insets.ts'
import { addFrame, removeFrame } from './frame-insets.ts'
import type { SizeLimits } from './size-limits.ts'
import { clampSize, growLimits, omitAbsent, readLimits } from './size-limits.ts'

type Bounds = AppArguments<'currentWindow', 'setBounds'>[1]
type Constraints = AppArguments<'currentWindow', 'setSizeConstraints'>[1]

/** Where a window is, and what is around its content. */
export interface Place {
  readonly outer: Rectangle
  readonly insets: FrameInsets
  /** Of the content. */
  readonly limits: SizeLimits
}

const overlay = (rectangle: Rectangle, { height, left, top, width }: Bounds): Rectangle => ({
  ...rectangle,
  ...omitAbsent({ x: left, y: top, width, height }),
})

/** The window with a content of another size, but within its limits. */
export function limitWindow({ insets, limits, outer }: Place): Rectangle {
  const inner = removeFrame(outer, insets)
  return addFrame({ ...inner, ...clampSize(inner, limits) }, insets)
}

/** Where the window is to be. What is not given stays. */
export function moveWindow(place: Place, boundsType: string, bounds: Bounds): Rectangle {
  const { insets, outer } = place
  if (boundsType === 'outerBounds') return limitWindow({ ...place, outer: overlay(outer, bounds) })
  const moved = addFrame(overlay(removeFrame(outer, insets), bounds), insets)
  if (boundsType === 'innerBounds') return limitWindow({ ...place, outer: moved })
  // `bounds` has the position of the window, and the size of what is in it.
  const { x, y } = overlay(outer, bounds)
  return limitWindow({ ...place, outer: { ...moved, x, y } })
}

/** The limits of the content as they are to be. What is not given stays, and zero lifts a limit. */
export function changeLimits(
  { insets, limits }: Place,
  boundsType: string,
  changed: Constraints,
): SizeLimits {
  const given = omitAbsent(changed)
  if (boundsType !== 'outerBounds') return readLimits({ ...limits, ...given })
  const { height, width } = insets
  const outer = readLimits({ ...growLimits(limits, insets), ...given })
  return growLimits(outer, { width: -width, height: -height })
}
