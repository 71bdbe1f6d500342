import { BrowserWindow } from 'electron'
import type { WebContents, WebPreferences } from 'electron'
import { confinePage } from '../pages/confine-page.ts'
import type { AppWindows } from './app-windows.ts'
import { calmMoves } from './calm-moves.ts'
import { measureFrame } from './frame-insets.ts'

export interface BackgroundEvents {
  /** Its process, which is that of all windows, has gone. */
  readonly onCrash: (reason: string, exitCode: number) => void
  /** It has closed itself, and with it all windows. */
  readonly onClosed: () => void
}

/** The page that all windows of the app are children of: only so they are in one process, and see each other. */
export class BackgroundPage {
  readonly window: BrowserWindow
  readonly contents: WebContents
  #isDestroyed = false

  constructor(webPreferences: WebPreferences, windows: AppWindows, { onClosed, onCrash }: BackgroundEvents) {
    // Chrome's is in no window.
    this.window = new BrowserWindow({ show: false, x: 0, y: 0, width: 0, height: 0, webPreferences })
    const { webContents } = this.window
    this.contents = webContents
    // Electron listens to it for each window that it opens.
    webContents.setMaxListeners(0)
    webContents.setWindowOpenHandler(({ frameName, url }) => windows.approve(frameName, url))
    confinePage(webContents, { stayed: () => {} })
    calmMoves(webContents, this.window)
    webContents.on('did-create-window', (window, { frameName }) => {
      calmMoves(window.webContents, window)
      windows.adopt(frameName, { window, contents: window.webContents, insets: measureFrame(window) })
    })
    // Electron still works on what has gone when it says so.
    webContents.once('render-process-gone', (_event, { exitCode, reason }) =>
      setImmediate(() => this.#unlessDestroyed(() => onCrash(reason, exitCode))),
    )
    this.window.once('closed', () => this.#unlessDestroyed(onClosed))
  }

  destroy(): void {
    this.#isDestroyed = true
    if (!this.window.isDestroyed()) this.window.destroy()
  }

  #unlessDestroyed(act: () => void): void {
    if (!this.#isDestroyed) act()
  }
}
