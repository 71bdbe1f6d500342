import { app, BrowserWindow, nativeTheme, session } from 'electron'
import type { Logger } from '../types.ts'
import type { Watched } from './feed.ts'
import { Feed } from './feed.ts'

/** Milliseconds from one snapshot to the next. */
const pause = 500

/** The most of the main process's time that snapshots take is one part of so many. */
const leisure = 20

/** A session of its own: no preload script of the app runs in it, and no page of the app is a neighbour. */
const partition = 'electron-chrome-sockets-inspector'

export interface InspectorSubject extends Watched {
  readonly app: { readonly id: string }
  readonly logger: Logger
}

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
    const feed = new Feed(this.#subject)
    feed.start()
    window.on('closed', () => {
      this.#window = undefined
      feed.stop()
    })
    this.#run(window, feed).catch((error: unknown) => {
      if (window.isDestroyed()) return
      this.#subject.logger.error('electron-chrome-sockets: the inspector failed', error)
      window.destroy()
    })
  }

  dispose(): void {
    this.#isDisposed = true
    this.#window?.destroy()
  }

  async #run(window: BrowserWindow, feed: Feed): Promise<void> {
    const { id } = this.#subject.app
    const { createDocumentUrl } = await import('./document.ts')
    await window.loadURL(createDocumentUrl())
    while (!window.isDestroyed()) {
      const begin = performance.now()
      const snapshot = JSON.stringify(feed.take({ name: app.getName(), id }, begin))
      const taken = performance.now() - begin
      // A text within a text: whatever a peer or a page calls itself, it is no script.
      await window.webContents.executeJavaScript(`inspector.show(${JSON.stringify(snapshot)})`)
      await new Promise((resolve) => setTimeout(resolve, Math.max(pause, taken * leisure)))
    }
  }
}
