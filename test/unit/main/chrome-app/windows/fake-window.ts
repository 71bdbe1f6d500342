import { EventEmitter } from 'node:events'
import type { BrowserWindow, Rectangle } from 'electron'

const screen = { x: 0, y: 0, width: 1280, height: 1024 }

/** A window of Electron's on X11, whose window manager does what it is asked to when `manage` is called. */
export class FakeWindow extends EventEmitter {
  bounds: Rectangle
  #isResizable: boolean
  readonly calls: string[] = []
  isFilling = false
  isLarge = false
  isSmall = false
  isOpen = true
  /** What the window manager gives back. */
  #before: Rectangle
  readonly #asked: (() => void)[] = []
  #limits = [0, 0, 0, 0]
  /** Those that the window manager knows. */
  told: number[] = []

  constructor(bounds: Rectangle, isResizable = true) {
    super()
    this.bounds = this.#before = bounds
    this.#isResizable = isResizable
  }

  /** As which the code under test takes it. */
  get window(): BrowserWindow {
    return this as unknown as BrowserWindow
  }

  manage(): void {
    for (const act of this.#asked.splice(0)) act()
  }

  /** X11 passes over what is asked of a window that is not to be seen. */
  forget(): void {
    this.#asked.length = 0
  }

  /** A change comes in two steps: what the window is, and where. */
  #become(change: () => void, event: string, bounds?: Rectangle): void {
    this.#asked.push(() => {
      change()
      this.emit(event)
      if (bounds === undefined) return
      this.bounds = bounds
      this.emit('resize')
    })
  }

  #grow(change: () => void, event: string): void {
    const isHeld = !this.#isResizable
    this.#asked.push(() => {
      if (!this.isFilling && !this.isLarge) this.#before = this.bounds
    })
    this.#become(change, event, isHeld ? this.bounds : screen)
  }

  getBounds = (): Rectangle => this.bounds
  getNormalBounds = (): Rectangle => screen
  setBounds(bounds: Rectangle): void {
    this.bounds = bounds
    this.emit('resize')
  }

  setSize(width: number, height: number): void {
    this.setBounds({ ...this.bounds, width, height })
  }

  setMinimumSize(width: number, height: number): void {
    this.#limits = [width, height, ...this.#limits.slice(2)]
  }

  setMaximumSize(width: number, height: number): void {
    this.#limits = [...this.#limits.slice(0, 2), width, height]
  }

  isResizable = (): boolean => this.#isResizable
  setResizable(isResizable: boolean): void {
    this.#isResizable = isResizable
    const { height, width } = this.bounds
    this.told = isResizable ? this.#limits : [width, height, width, height]
  }

  isDestroyed = (): boolean => false
  isFullScreen = (): boolean => this.isFilling
  isMaximized = (): boolean => this.isLarge && !this.isFilling
  isMinimized = (): boolean => this.isSmall
  isAlwaysOnTop = (): boolean => false
  isVisible = (): boolean => this.isOpen && !this.isSmall
  show(): void {
    this.isOpen = true
    this.emit('show')
  }

  hide(): void {
    this.isOpen = false
  }

  focus(): void {
    this.calls.push('focus')
  }

  restore(): void {
    this.#become(() => (this.isSmall = false), 'restore')
  }

  minimize(): void {
    this.#become(() => (this.isSmall = true), 'minimize')
  }

  maximize(): void {
    this.isSmall = false
    this.#grow(() => (this.isLarge = true), 'maximize')
  }

  unmaximize(): void {
    this.#become(() => (this.isLarge = false), 'unmaximize', this.#before)
  }

  setFullScreen(fills: boolean): void {
    if (fills) this.#grow(() => (this.isFilling = true), 'enter-full-screen')
    else
      this.#become(() => (this.isFilling = false), 'leave-full-screen', this.isLarge ? screen : this.#before)
  }
}
