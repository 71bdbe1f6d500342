import type { BrowserWindow, Rectangle, WebContents } from 'electron'

/** Milliseconds: a frame. */
const period = 16
/** In a frame: each costs the main process a quarter of a millisecond. */
const mostMoves = 10

/**
 * A page says where its window is to be as fast as it computes (`moveTo`, `resizeTo`). Of what is said too often the
 * window does the last, a moment later.
 */
export function calmMoves(contents: WebContents, window: BrowserWindow): void {
  let timer: NodeJS.Timeout | undefined
  let waiting: Rectangle | undefined
  let moves = 0
  const move = (bounds: Rectangle): void => {
    moves += 1
    timer ??= setTimeout(goOn, period)
    if (!window.isDestroyed()) window.setBounds(bounds)
  }
  const goOn = (): void => {
    const bounds = waiting
    timer = undefined
    waiting = undefined
    moves = 0
    if (bounds !== undefined) move(bounds)
  }
  contents.on('content-bounds-updated', (event, bounds) => {
    event.preventDefault()
    if (moves < mostMoves) move(bounds)
    else waiting = bounds
  })
  contents.once('destroyed', () => clearTimeout(timer))
}
