import crypto from 'node:crypto'
import type { BrowserWindow, Event, Rectangle } from 'electron'
import type { WindowBounds, WindowState } from '../../../renderer-types/app-wire.ts'
import type { Frame } from './frame-options.ts'
import type { CreateOptions } from './window-options.ts'

/** Zero is no constraint. */
function describeLimits([minWidth = 0, minHeight = 0]: number[], [maxWidth = 0, maxHeight = 0]: number[]) {
  return {
    ...(minWidth > 0 && { minWidth }),
    ...(minHeight > 0 && { minHeight }),
    ...(maxWidth > 0 && { maxWidth }),
    ...(maxHeight > 0 && { maxHeight }),
  }
}

function describeBounds({ x, y, width, height }: Rectangle, window: BrowserWindow): WindowBounds {
  const limits = describeLimits(window.getMinimumSize(), window.getMaximumSize())
  return { left: x, top: y, width, height, ...limits }
}

/** Milliseconds that a page may take to say that its last moment is over. */
const lastMoment = 1000

/** Whatever can change what {@link AppWindow.describe} says. */
const changes = [
  'resize',
  'move',
  'maximize',
  'unmaximize',
  'minimize',
  'restore',
  'enter-full-screen',
  'leave-full-screen',
  'always-on-top-changed',
]

export interface WindowListener {
  readonly changed: (state: WindowState) => void
  /** The window is to be closed; false where its page has been told and will say when it may. */
  readonly mustClose: () => boolean
}

/** One app window, from the moment that it is asked for. */
export class AppWindow {
  readonly token = crypto.randomUUID()
  readonly url: string
  readonly options: CreateOptions
  readonly frame: Frame
  #window: BrowserWindow | undefined
  #isClosing = false

  constructor(url: string, options: CreateOptions, frame: Frame) {
    this.url = url
    this.options = options
    this.frame = frame
  }

  /** The app's own name for it. */
  get id(): string {
    return this.options.id ?? ''
  }

  get window(): BrowserWindow | undefined {
    return this.#window
  }

  open(window: BrowserWindow, { changed, mustClose }: WindowListener): void {
    this.#window = window
    window.on('close', (event) => this.#close(event, mustClose))
    // Electron's types have an overload for each event, and none for a list of them.
    const events: NodeJS.EventEmitter = window
    const tell = (): void => {
      const state = this.describe()
      if (state !== undefined) changed(state)
    }
    for (const change of changes) events.on(change, tell)
  }

  /** The page is told before its window goes, however it is closed. */
  #close(event: Event, mustClose: () => boolean): void {
    if (this.#isClosing || mustClose()) return
    this.#isClosing = true
    event.preventDefault()
    setTimeout(() => this.finishClosing(), lastMoment).unref()
  }

  /** Its page has had its last moment. */
  finishClosing(): void {
    if (this.#isClosing && this.#window?.isDestroyed() === false) this.#window.close()
  }

  describe(): WindowState | undefined {
    const window = this.#window
    if (window === undefined || window.isDestroyed()) return undefined
    return {
      innerBounds: describeBounds(window.getContentBounds(), window),
      outerBounds: describeBounds(window.getBounds(), window),
      fullscreen: window.isFullScreen(),
      maximized: window.isMaximized(),
      minimized: window.isMinimized(),
      alwaysOnTop: window.isAlwaysOnTop(),
    }
  }
}
