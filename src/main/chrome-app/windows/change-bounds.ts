import type { BrowserWindow } from 'electron'
import type { AppArguments } from '../../../renderer-types/contract/apps/index.ts'

type Bounds = AppArguments<'currentWindow', 'setBounds'>[1]
type Constraints = AppArguments<'currentWindow', 'setSizeConstraints'>[1]

/** What is not given stays. `bounds` has the position of the window, and the size of what is in it. */
export function moveWindow(window: BrowserWindow, boundsType: string, bounds: Bounds): void {
  const inner = window.getContentBounds()
  const outer = window.getBounds()
  const position = boundsType === 'innerBounds' ? inner : outer
  const size = boundsType === 'outerBounds' ? outer : inner
  const [width, height] = [bounds.width ?? size.width, bounds.height ?? size.height]
  const [x, y] = [bounds.left ?? position.x, bounds.top ?? position.y]
  if (boundsType === 'outerBounds') return window.setBounds({ x, y, width, height })
  if (boundsType === 'innerBounds') return window.setContentBounds({ x, y, width, height })
  window.setPosition(x, y)
  window.setContentSize(width, height)
}

/** The least and the most that one side of a window may be; zero is no constraint. */
type Limits = readonly [least: number, most: number]

/** The minimum wins over the maximum. */
function mergeLimits([least, most]: Limits, newLeast = least, newMost = most): Limits {
  return [newLeast, newMost === 0 ? 0 : Math.max(newMost, newLeast)]
}

/** A window that is smaller than its minimum grows. */
export function constrainWindow(window: BrowserWindow, constraints: Constraints): void {
  const [oldMinWidth = 0, oldMinHeight = 0] = window.getMinimumSize()
  const [oldMaxWidth = 0, oldMaxHeight = 0] = window.getMaximumSize()
  const { maxHeight, maxWidth } = constraints
  const [minWidth, mostWidth] = mergeLimits([oldMinWidth, oldMaxWidth], constraints.minWidth, maxWidth)
  const [minHeight, mostHeight] = mergeLimits([oldMinHeight, oldMaxHeight], constraints.minHeight, maxHeight)
  window.setMinimumSize(minWidth, minHeight)
  window.setMaximumSize(mostWidth, mostHeight)
  const [width = 0, height = 0] = window.getContentSize()
  if (width < minWidth || height < minHeight)
    window.setContentSize(Math.max(width, minWidth), Math.max(height, minHeight))
}
