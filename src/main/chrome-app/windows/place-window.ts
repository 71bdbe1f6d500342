import { screen } from 'electron'
import type { BrowserWindowConstructorOptions, Rectangle } from 'electron'
import type { Geometry } from './geometry-store.ts'
import type { SizeLimits } from './size-limits.ts'
import { clampSize, readLimits } from './size-limits.ts'
import type { CreateOptions } from './window-options.ts'

/** What a window's place is made from: an option that is absent is undefined. */
type Specification = NonNullable<CreateOptions['innerBounds']>

type Bounds = Required<Pick<BrowserWindowConstructorOptions, 'x' | 'y' | 'width' | 'height'>>

const defaultSize = { width: 512, height: 384 }

/** The forms that are older than innerBounds and outerBounds: the size is that of the content. */
function readOldForms(options: CreateOptions): Specification {
  const { bounds = {}, defaultHeight, defaultLeft, defaultTop, defaultWidth } = options
  const { maxHeight, maxWidth, minHeight, minWidth } = options
  return {
    left: bounds.left ?? options.left ?? defaultLeft,
    top: bounds.top ?? options.top ?? defaultTop,
    width: bounds.width ?? options.width ?? defaultWidth,
    height: bounds.height ?? options.height ?? defaultHeight,
    maxHeight,
    maxWidth,
    minHeight,
    minWidth,
  }
}

/** Where a window is to be: whichever of the new forms there is, the old ones count nothing. */
function readSpecification(options: CreateOptions): Specification {
  const { innerBounds, outerBounds } = options
  const isNew = innerBounds !== undefined || outerBounds !== undefined
  return isNew ? { ...outerBounds, ...innerBounds } : readOldForms(options)
}

/** A size that is none is the default. */
const readSize = (size: number | undefined, standard: number): number =>
  size !== undefined && size > 0 ? size : standard

/** In the middle of the screen, and within it, unless both are given. */
function placeAt({ left, top }: Specification, { height, width }: Bounds | typeof defaultSize): Bounds {
  if (left !== undefined && top !== undefined) return { x: left, y: top, width, height }
  const { workArea } = screen.getPrimaryDisplay()
  const size = { width: Math.min(width, workArea.width), height: Math.min(height, workArea.height) }
  return {
    x: workArea.x + Math.floor((workArea.width - size.width) / 2),
    y: workArea.y + Math.floor((workArea.height - size.height) / 2),
    ...size,
  }
}

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

/** The limits of the content, and those of the window with its frame. */
export function readPlaceLimits(options: CreateOptions): { inner: SizeLimits; outer: SizeLimits } {
  const { innerBounds, outerBounds } = options
  return {
    inner: readLimits(innerBounds ?? (outerBounds === undefined ? readOldForms(options) : {})),
    outer: readLimits(outerBounds ?? {}),
  }
}

/**
 * Where a window is to be that had this id before: there, whatever is asked for, but for its limits. The geometry is
 * that of the window with its frame.
 */
export function placeAgain(options: CreateOptions, geometry: Geometry): BrowserWindowConstructorOptions {
  const bounds = moveOnScreen(geometry)
  return { ...bounds, ...clampSize(bounds, readLimits(readSpecification(options))) }
}

/** Where a new window is to be; above its content there may be something that is no frame to Electron. */
export function placeWindow(options: CreateOptions, above = 0): BrowserWindowConstructorOptions {
  const { innerBounds, outerBounds } = options
  const wanted = readSpecification(options)
  const { height, width } = clampSize(
    {
      width: readSize(wanted.width, defaultSize.width),
      height: readSize(wanted.height, defaultSize.height),
    },
    readLimits(wanted),
  )
  const top = innerBounds?.top === undefined ? wanted.top : innerBounds.top - above
  const outer = { width, height: outerBounds?.height === undefined ? height + above : height }
  return {
    ...placeAt({ ...wanted, top }, outer),
    useContentSize: outerBounds?.width === undefined && outerBounds?.height === undefined,
  }
}
