import type { BrowserWindow, Rectangle } from 'electron'

/** What a window has around its content, on all sides together, and where the content begins. */
export type FrameInsets = Rectangle

/** To be asked of a window that has just been made: later Electron tells of its content only after a while, on Linux. */
export function measureFrame(window: BrowserWindow): FrameInsets {
  const inner = window.getContentBounds()
  const outer = window.getBounds()
  return {
    x: inner.x - outer.x,
    y: inner.y - outer.y,
    width: outer.width - inner.width,
    height: outer.height - inner.height,
  }
}

/** The content of a window. */
export function removeFrame(outer: Rectangle, insets: FrameInsets): Rectangle {
  return {
    x: outer.x + insets.x,
    y: outer.y + insets.y,
    width: outer.width - insets.width,
    height: outer.height - insets.height,
  }
}

/** The window around a content. */
export function addFrame(inner: Rectangle, insets: FrameInsets): Rectangle {
  return {
    x: inner.x - insets.x,
    y: inner.y - insets.y,
    width: inner.width + insets.width,
    height: inner.height + insets.height,
  }
}
