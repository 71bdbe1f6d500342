import type { BrowserWindow, Rectangle } from 'electron'

/** Milliseconds in which a window manager would have given a window its size back. */
const managerTime = 50

/** Whether a window is to be seen, and how. */
export class WindowStates {
  readonly #window: BrowserWindow
  /** Of a hidden window, which Electron would show: it becomes so when it is shown. */
  #isToBeMaximized = false
  #wasMaximized = false
  /** Where it was when it was last like any other. */
  #normal: Rectangle

  constructor(window: BrowserWindow) {
    this.#window = window
    this.#normal = window.getBounds()
    for (const event of ['resize', 'move', 'maximize', 'unmaximize'] as const)
      (window as NodeJS.EventEmitter).on(event, () => this.#note())
    if (process.platform === 'linux') window.on('leave-full-screen', () => this.#leaveFullScreen())
  }

  get isFullScreen(): boolean {
    return this.#window.isFullScreen()
  }

  /** In Chrome a window that fills the screen is still maximized if it was. */
  get isMaximized(): boolean {
    return this.isFullScreen ? this.#wasMaximized : this.#window.isMaximized()
  }

  get isMinimized(): boolean {
    return this.#window.isMinimized()
  }

  /** What it will be like when it is neither maximized nor fills the screen. */
  get normalBounds(): Rectangle {
    return this.isFullScreen ? this.#normal : this.#window.getNormalBounds()
  }

  get isAlwaysOnTop(): boolean {
    return this.#window.isAlwaysOnTop()
  }

  #note(): void {
    if (this.isFullScreen || this.isMinimized) return
    this.#wasMaximized = this.#window.isMaximized()
    if (!this.#wasMaximized) this.#normal = this.#window.getBounds()
  }

  /** Without a window manager nobody else gives it its size back. */
  #leaveFullScreen(): void {
    const normal = this.#normal
    const { width, height } = this.#window.getBounds()
    setTimeout(() => {
      const window = this.#window
      if (window.isDestroyed() || this.isFullScreen || window.isMaximized()) return
      const now = window.getBounds()
      if (now.width === width && now.height === height) window.setBounds(normal)
    }, managerTime)
  }

  show(isFocused: boolean): void {
    if (isFocused) this.#window.show()
    else this.#window.showInactive()
    if (this.#isToBeMaximized) this.#window.maximize()
    this.#isToBeMaximized = false
  }

  hide(): void {
    this.#window.hide()
  }

  focus(): void {
    if (this.isMinimized) this.#window.restore()
    this.#window.focus()
  }

  maximize(): void {
    if (this.#window.isVisible() || this.isMinimized) this.#window.maximize()
    else this.#isToBeMaximized = true
  }

  minimize(): void {
    if (this.#window.isVisible()) this.#window.minimize()
  }

  fullscreen(): void {
    this.#window.setFullScreen(true)
  }

  enter(state: 'normal' | 'maximized' | 'minimized' | 'fullscreen'): void {
    if (state === 'maximized') this.maximize()
    if (state === 'minimized') this.minimize()
    if (state === 'fullscreen') this.fullscreen()
  }

  restore(): void {
    this.#isToBeMaximized = false
    if (this.isFullScreen) this.#window.setFullScreen(false)
    else if (this.isMinimized) this.#window.restore()
    else if (this.#window.isMaximized()) this.#window.unmaximize()
  }
}
