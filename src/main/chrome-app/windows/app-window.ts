import crypto from 'node:crypto'
import type { BrowserWindow, Event, Rectangle, WebContents } from 'electron'
import type { WindowBounds, WindowState } from '../../../renderer-types/app-wire.ts'
import type { Place } from './change-bounds.ts'
import { limitWindow } from './change-bounds.ts'
import type { FrameInsets } from './frame-insets.ts'
import { removeFrame } from './frame-insets.ts'
import type { Frame } from './frame-options.ts'
import type { Geometry } from './geometry-store.ts'
import { readPlaceLimits } from './place-window.ts'
import type { SizeLimits } from './size-limits.ts'
import { growLimits, readLimits } from './size-limits.ts'
import { StateTeller } from './state-teller.ts'
import { WindowStates } from './window-states.ts'
import type { CreateOptions } from './window-options.ts'

const describeBounds = ({ x, y, ...size }: Rectangle, limits: SizeLimits): WindowBounds => ({
  left: x,
  top: y,
  ...size,
  ...limits,
})

/** Milliseconds that a page may take to say that its last moment is over. */
const lastMoment = 5000
/** More than any window may have: Electron knows no limit of one side alone. */
const unlimited = 1_000_000

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

function setLimits(
  window: BrowserWindow,
  { maxHeight, maxWidth, minHeight = 0, minWidth = 0 }: SizeLimits,
): void {
  window.setMinimumSize(minWidth, minHeight)
  if (maxWidth === undefined && maxHeight === undefined) window.setMaximumSize(0, 0)
  else window.setMaximumSize(maxWidth ?? unlimited, maxHeight ?? unlimited)
}

/** Electron tells X11 of limits when it hears that a window may be resized, and not when it hears of them. */
function tellLimits(window: BrowserWindow): void {
  if (process.platform !== 'linux') return
  window.setResizable(false)
  window.setResizable(true)
}

export interface WindowListener {
  /** Something has happened that can have changed the window's place. */
  readonly moved: () => void
  /** What the page is to be told, soon after it has changed; false where there is none. */
  readonly changed: (state: WindowState) => boolean
  /** The window is to be closed; false where its page has been told and will say when it may. */
  readonly mustClose: () => boolean
}

/** What was asked for. */
export interface WindowRequest {
  readonly url: string
  readonly options: CreateOptions
  readonly frame: Frame
  /** Where a window of this id was last. */
  readonly geometry: Geometry | undefined
}

/** What shows a page. */
export interface ShownWindow {
  readonly window: BrowserWindow
  readonly contents: WebContents
  readonly insets: FrameInsets
}

/** What there is once the window is open. */
interface Opened extends ShownWindow {
  readonly states: WindowStates
  readonly listener: WindowListener
}

/** One app window, from the moment that it is asked for. */
export class AppWindow {
  readonly token = crypto.randomUUID()
  readonly request: WindowRequest
  #opened: Opened | undefined
  #limits: SizeLimits = {}
  #isClosing = false
  readonly #teller = new StateTeller(
    () => this.describe(),
    (state) => this.#opened?.listener.changed(state) === true,
  )

  constructor(request: WindowRequest) {
    this.request = request
  }

  /** The app's own name for it. */
  get id(): string {
    return this.request.options.id ?? ''
  }

  /** Undefined before it is open, and once it has gone. */
  get window(): BrowserWindow | undefined {
    const window = this.#opened?.window
    return window?.isDestroyed() === false ? window : undefined
  }

  /** Its page; undefined before it is open, and once it has gone. */
  get contents(): WebContents | undefined {
    return this.window && this.#opened?.contents
  }

  get isRequested(): boolean {
    return this.#opened === undefined
  }

  /** Shows and hides it, and what else it is. */
  get states(): WindowStates | undefined {
    return this.window && this.#opened?.states
  }

  open(shown: ShownWindow, listener: WindowListener): void {
    const { insets, window } = shown
    const states = new WindowStates(
      window,
      () => this.limit(this.#limits),
      () => this.#teller.note(),
    )
    this.#opened = { ...shown, listener, states }
    const { inner, outer } = readPlaceLimits(this.request.options)
    const { height, width } = insets
    this.limit({ ...growLimits(outer, { width: -width, height: -height }), ...inner })
    window.on('close', (event) => this.#close(event, listener))
    window.on('closed', () => this.#teller.stop())
    // Electron's types have an overload for each event, and none for a list of them.
    const events: NodeJS.EventEmitter = window
    for (const change of changes)
      events.on(change, () => {
        listener.moved()
        this.#teller.note()
      })
  }

  /** Where it is at the moment; undefined before it is open, and once it has gone. */
  get place(): Place | undefined {
    const { window } = this
    if (window === undefined || this.#opened === undefined) return undefined
    return { outer: window.getBounds(), insets: this.#opened.insets, limits: this.#limits }
  }

  /** The window grows, or shrinks, to the limits of its content. */
  limit(limits: SizeLimits): void {
    this.#limits = readLimits(limits)
    const { place, window } = this
    if (place === undefined || window === undefined) return
    // A window that may not be resized is held by limits of Electron's own.
    if (window.isResizable()) {
      setLimits(window, growLimits(this.#limits, place.insets))
      if (this.states?.isAway !== true) tellLimits(window)
    }
    const { height, width } = limitWindow(place)
    if (width !== place.outer.width || height !== place.outer.height) window.setSize(width, height)
    this.#teller.note()
  }

  /** It has a page, which knows what the window was when it asked for the API. */
  greet(): void {
    this.#teller.begin()
  }

  /** The page is told before its window goes, however it is closed. */
  #close(event: Event, { mustClose }: WindowListener): void {
    if (this.#isClosing || mustClose()) return
    this.#isClosing = true
    event.preventDefault()
    // In Chrome, too, its page is told when it is not to be seen any more. macOS keeps an empty screen of one that fills it.
    if (process.platform !== 'darwin' || !this.window?.isFullScreen()) this.window?.hide()
    setTimeout(() => this.finishClosing(), lastMoment).unref()
  }

  /** Its page has had its last moment. */
  finishClosing(): void {
    if (this.#isClosing) this.window?.close()
  }

  describe(): WindowState | undefined {
    const { place, states } = this
    if (place === undefined || states === undefined) return undefined
    const { insets, limits, outer } = place
    const inner = this.window?.isFullScreen() === true ? outer : removeFrame(outer, insets)
    return {
      innerBounds: describeBounds(inner, limits),
      outerBounds: describeBounds(outer, growLimits(limits, insets)),
      fullscreen: states.isFullScreen,
      maximized: states.isMaximized,
      minimized: states.isMinimized,
      alwaysOnTop: states.isAlwaysOnTop,
    }
  }
}
