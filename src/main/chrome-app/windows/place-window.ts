import { screen } from 'electron'
import type { BrowserWindowConstructorOptions, Rectangle } from 'electron'
import type { Geometry } from './geometry-store.ts'
import type { CreateOptions } from './window-options.ts'

/** What a window's place is made from: an option that is absent is undefined. */
interface Specification {
  readonly left?: number | undefined
  readonly top?: number | undefined
  readonly width?: number | undefined
  readonly height?: number | undefined
  readonly minWidth?: number | undefined
  readonly minHeight?: number | undefined
  readonly maxWidth?: number | undefined
  readonly maxHeight?: number | undefined
}

const defaultSize = { width: 512, height: 384 }

/** The forms that are older than innerBounds and outerBounds: the size is that of the content. */
function readOldForms(options: CreateOptions): Specification {
  const { bounds = {}, defaultHeight, defaultLeft, defaultTop, defaultWidth } = options
  return {
    left: bounds.left ?? options.left ?? defaultLeft,
    top: bounds.top ?? options.top ?? defaultTop,
    width: bounds.width ?? options.width ?? defaultWidth,
    height: bounds.height ?? options.height ?? defaultHeight,
    minWidth: options.minWidth,
    minHeight: options.minHeight,
    maxWidth: options.maxWidth,
    maxHeight: options.maxHeight,
  }
}

/** The minimum wins over the maximum, and a size that is none is the default. */
function clamp(
  size: number | undefined,
  standard: number,
  least: number | undefined,
  most: number | undefined,
): number {
  const wanted = size !== undefined && size > 0 ? size : standard
  return Math.max(Math.min(wanted, most ?? Infinity), least ?? 0)
}

/** In the middle of the screen unless both are given. */
function position(
  { left, top }: Specification,
  width: number,
  height: number,
): { readonly x: number; readonly y: number } {
  if (left !== undefined && top !== undefined) return { x: left, y: top }
  const { workArea } = screen.getPrimaryDisplay()
  return {
    x: Math.round(workArea.x + (workArea.width - width) / 2),
    y: Math.round(workArea.y + (workArea.height - height) / 2),
  }
}

type Present<Options> = { [K in keyof Options]?: NonNullable<Options[K]> }

const omitAbsent = <Options extends object>(options: Options): Present<Options> =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Present<Options>

function isSame(one: Rectangle, other: Rectangle): boolean {
  return (['x', 'y', 'width', 'height'] as const).every((key) => one[key] === other[key])
}

/** What was off the screen stays there, unless the screen is another by now. */
function moveOnScreen({ bounds, workArea }: Geometry): Rectangle {
  const now = screen.getDisplayMatching(bounds).workArea
  if (isSame(now, workArea)) return bounds
  const width = Math.min(bounds.width, now.width)
  const height = Math.min(bounds.height, now.height)
  const x = Math.max(now.x, Math.min(bounds.x, now.x + now.width - width))
  const y = Math.max(now.y, Math.min(bounds.y, now.y + now.height - height))
  return { x, y, width, height }
}

/** Where a window is to be that had this id before: there, whatever is asked for, but for its limits. */
export function placeAgain(options: CreateOptions, geometry: Geometry): BrowserWindowConstructorOptions {
  const { useContentSize: _useContentSize, ...limits } = placeWindow(options)
  const { x, y, width, height } = moveOnScreen(geometry)
  const { maxHeight, maxWidth, minHeight, minWidth } = limits
  return {
    ...limits,
    x,
    y,
    width: clamp(width, width, minWidth, maxWidth),
    height: clamp(height, height, minHeight, maxHeight),
  }
}

/** Where a new window is to be. */
export function placeWindow(options: CreateOptions): BrowserWindowConstructorOptions {
  const { innerBounds, outerBounds } = options
  const isNew = innerBounds !== undefined || outerBounds !== undefined
  const wanted: Specification = isNew ? { ...outerBounds, ...innerBounds } : readOldForms(options)
  const width = clamp(wanted.width, defaultSize.width, wanted.minWidth, wanted.maxWidth)
  const height = clamp(wanted.height, defaultSize.height, wanted.minHeight, wanted.maxHeight)
  return {
    ...position(wanted, width, height),
    width,
    height,
    useContentSize: outerBounds?.width === undefined && outerBounds?.height === undefined,
    ...omitAbsent({
      minWidth: wanted.minWidth,
      minHeight: wanted.minHeight,
      maxWidth: wanted.maxWidth,
      maxHeight: wanted.maxHeight,
    }),
  }
}
