import type { BrowserWindow, Rectangle } from 'electron'

/** Milliseconds in which a window manager would have given a window its size back. */
const managerTime = 50
/** Milliseconds after which a window is taken to be like any other again, whatever its size is. */
const returnTime = 1000

/** Whether a window is to be seen, and how. */
export class WindowStates {
  readonly #window: BrowserWindow
  /** Of a hidden window, which Electron would show, when it is shown; of one that fills the screen, when it does no more. */
  #isToBeMaximized = false
  /** Of a hidden one, too. */
  #isToFill = false
  #isHidden = false
  #wasMaximized = false
  /** Where it was when it was last like any other. */
  #normal: Rectangle
  /** It has been larger than it was made, and is not back yet. */
  #isAway = false
  #returning: NodeJS.Timeout | undefined
  readonly #isFixed: boolean
  readonly #returned: () => void
  readonly #changed: () => void

  /**
   * `returned` is called when it is no longer larger than it was made: with the size that it had before; `changed` when it is
   * another, of which the window itself knows nothing.
   */
  constructor(window: BrowserWindow, returned: () => void, changed: () => void) {
    this.#window = window
    this.#normal = window.getBounds()
    this.#isFixed = process.platform === 'linux' && !window.isResizable()
    this.#returned = returned
    this.#changed = changed
    for (const event of ['resize', 'move', 'maximize', 'unmaximize', 'leave-full-screen', 'restore'] as const)
      (window as NodeJS.EventEmitter).on(event, () => this.#note())
    // Electron shows a hidden one that comes to fill the screen, or is restored, too.
    window.on('show', () => {
      this.#isHidden = false
      if (this.#isToFill) this.#fill()
    })
    // Its page may fill the screen by itself (`requestFullscreen`).
    window.on('enter-full-screen', () => {
      this.#isToFill = false
      this.#letGrow()
    })
    window.on('closed', () => clearTimeout(this.#returning))
    if (process.platform === 'linux') window.on('leave-full-screen', () => this.#leaveFullScreen())
  }

  /** In Chrome one that is hidden says at once what it will be when it is shown. */
  get isFullScreen(): boolean {
    return this.#isToFill || this.#fills
  }

  get #fills(): boolean {
    return this.#window.isFullScreen()
  }

  /** In Chrome a window that fills the screen is still maximized if it was. */
  get isMaximized(): boolean {
    return this.#fills ? this.#wasMaximized : this.#window.isMaximized()
  }

  get isMinimized(): boolean {
    return this.#window.isMinimized()
  }

  /** What it will be like when it is neither maximized nor fills the screen. */
  get normalBounds(): Rectangle {
    // X11 does not tell Electron what it was like before the window manager has maximized it.
    const isKnown = this.#fills || process.platform === 'linux'
    return isKnown ? this.#normal : this.#window.getNormalBounds()
  }

  get isAlwaysOnTop(): boolean {
    return this.#window.isAlwaysOnTop()
  }

  /** Limits that X11 is told now would hold it at the size that it has. */
  get isAway(): boolean {
    return this.#isAway
  }

  #note(): void {
    if (this.isMinimized) return
    if (!this.#fills) this.#wasMaximized = this.#window.isMaximized()
    if (this.#fills || this.#wasMaximized) this.#leave()
    else if (this.#isAway) this.#return()
    else this.#normal = this.#window.getBounds()
  }

  #leave(): void {
    this.#isAway = true
    clearTimeout(this.#returning)
  }

  /** The system says that it is no longer maximized before it says what size it has. */
  #return(): void {
    const { height, width } = this.#window.getBounds()
    const isBack = width === this.#normal.width && height === this.#normal.height
    // What is in it has another size for a moment.
    this.#settleIn(isBack ? managerTime : returnTime)
  }

  #settleIn(time: number): void {
    clearTimeout(this.#returning)
    this.#returning = setTimeout(() => this.#settle(), time)
  }

  #settle(): void {
    if (this.#fills || this.isMinimized || this.#window.isMaximized()) return
    this.#isAway = false
    this.#normal = this.#window.getBounds()
    if (this.#isFixed) this.#window.setResizable(false)
    this.#returned()
    if (this.#isToBeMaximized && this.isShown) this.#maximize()
  }

  /** On Linux Electron holds a window that may not be resized by its limits, which hold it back in any state. */
  #letGrow(): void {
    if (!this.#isFixed) return
    this.#window.setResizable(true)
    this.#isAway = true
    this.#settleIn(returnTime)
  }

  /** Without a window manager nobody else gives it its size back. */
  #leaveFullScreen(): void {
    const normal = this.#normal
    const { width, height } = this.#window.getBounds()
    setTimeout(() => {
      const window = this.#window
      if (window.isDestroyed() || this.#fills || window.isMaximized()) return
      const now = window.getBounds()
      if (now.width === width && now.height === height) window.setBounds(normal)
    }, managerTime)
  }

  /** Whether the user can have it before them: what is minimized is not visible to Electron. */
  get isShown(): boolean {
    return !this.#isHidden && (this.#window.isVisible() || this.isMinimized)
  }

  get #isOut(): boolean {
    return !this.#window.isVisible() && !this.isMinimized
  }

  show(isFocused: boolean): void {
    this.#isHidden = false
    if (isFocused) this.#window.show()
    else this.#window.showInactive()
    if (!this.#isToBeMaximized) return
    if (this.#fills) this.#window.setFullScreen(false)
    else this.#maximize()
  }

  /** In Chrome the page of a window that nobody has seen stays visible. */
  hide(): void {
    if (this.isShown) this.#window.hide()
    this.#isHidden = true
  }

  /** In Chrome one that is hidden stays so. */
  focus(): void {
    if (!this.#isHidden) this.#bringBack()
  }

  #bringBack(): void {
    if (this.isMinimized) this.#window.restore()
    this.#window.focus()
  }

  /** In Chrome a window that filled the screen does so no more, and one that was minimized has the focus. */
  maximize(): void {
    this.#setToFill(false)
    if (this.#fills && !this.#wasMaximized) this.#isToBeMaximized = true
    if (this.#fills) this.#window.setFullScreen(false)
    else if (this.#isOut) this.#isToBeMaximized = true
    else this.#maximize()
  }

  #maximize(): void {
    const { isMinimized } = this
    this.#isToBeMaximized = false
    this.#letGrow()
    this.#window.maximize()
    if (isMinimized) this.#window.focus()
  }

  minimize(): void {
    if (this.#window.isVisible()) this.#window.minimize()
  }

  fullscreen(): void {
    this.#isToBeMaximized = false
    if (this.#isOut) this.#setToFill(true)
    else this.#fill()
  }

  #setToFill(isToFill: boolean): void {
    this.#isToFill = isToFill
    this.#changed()
  }

  #fill(): void {
    this.#letGrow()
    this.#window.setFullScreen(true)
  }

  enter(state: 'normal' | 'maximized' | 'minimized' | 'fullscreen'): void {
    if (state === 'maximized') this.maximize()
    if (state === 'minimized') this.minimize()
    if (state === 'fullscreen') this.fullscreen()
  }

  /** In Chrome one that is hidden is shown by it, maximized where it is to be. */
  restore(): void {
    if (this.#isOut && !this.isFullScreen) return this.show(true)
    // What it is to be it will be when it is minimized no more.
    if (!this.isMinimized) this.#isToBeMaximized = false
    this.#setToFill(false)
    if (this.#fills) this.#window.setFullScreen(false)
    else if (this.isMinimized) this.#bringBack()
    else if (this.#window.isMaximized()) this.#window.unmaximize()
  }
}
