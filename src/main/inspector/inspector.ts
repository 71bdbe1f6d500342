import { app, BrowserWindow, nativeTheme, session } from 'electron'
import type { InspectorSubject } from './show-feed.ts'

/** A session of its own: no preload script of the app runs in it, and no page of the app is a neighbour. */
const partition = 'electron-chrome-sockets-inspector'

function createWindow(): BrowserWindow {
  const own = session.fromPartition(partition)
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  own.setPermissionCheckHandler(() => false)
  const window = new BrowserWindow({
    width: 1200,
    height: 720,
    minWidth: 380,
    minHeight: 400,
    title: `Sockets of ${app.getName()}`,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#14161b' : '#ffffff',
    webPreferences: { session: own, sandbox: true, contextIsolation: true, spellcheck: false },
  })
  const { webContents } = window
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  webContents.on('will-navigate', (event) => event.preventDefault())
  webContents.on('render-process-gone', () => window.destroy())
  webContents.on('before-input-event', (event, { control, key, meta, type }) => {
    // Also where the app has no menu.
    if (type !== 'keyDown' || key.toLowerCase() !== 'w' || !(control || meta)) return
    event.preventDefault()
    window.close()
  })
  return window
}

/** The window that shows an app's sockets while it is open. */
export class Inspector {
  readonly #subject: InspectorSubject
  #window: BrowserWindow | undefined
  #isDisposed = false

  constructor(subject: InspectorSubject) {
    this.#subject = subject
  }

  /** Opens the window, or brings the open one to the front. */
  open(): void {
    if (this.#isDisposed) return
    if (this.#window !== undefined) return this.#window.show()
    if (!app.isReady()) return void app.once('ready', () => this.open())
    const window = createWindow()
    this.#window = window
    window.on('closed', () => {
      this.#window = undefined
    })
    this.#show(window).catch((error: unknown) => {
      if (window.isDestroyed()) return
      this.#subject.logger.error('electron-chrome-sockets: the inspector failed', error)
      window.destroy()
    })
  }

  dispose(): void {
    this.#isDisposed = true
    this.#window?.destroy()
  }

  /** What it takes is loaded when it is wanted. */
  async #show(window: BrowserWindow): Promise<void> {
    const { showFeed } = await import('./show-feed.ts')
    await showFeed(window, this.#subject)
  }
}
