import { screen } from 'electron'
import type { BrowserWindow, WebPreferences, WindowOpenHandlerResponse } from 'electron'
import type { WindowState } from '../../../renderer-types/app-wire.ts'
import { confinePage, openOutside } from '../pages/confine-page.ts'
import type { OutsideLinks } from '../pages/outside-links.ts'
import { AppWindow } from './app-window.ts'
import { setCloseMenu } from './close-menu.ts'
import type { Frame } from './frame-options.ts'
import type { GeometryStore } from './geometry-store.ts'
import type { CreateOptions } from './window-options.ts'
import { placeAgain, placeWindow } from './place-window.ts'

/** Windows of one app, those that have been asked for and are not there yet among them. Chrome has no limit. */
const maxWindows = 256
/** Milliseconds within which a window that was asked for is opened. */
const patience = 30_000

export interface WindowsHost {
  readonly webPreferences: WebPreferences
  readonly geometries: GeometryStore
  readonly links: OutsideLinks
  /** The program ends: nothing holds windows up any more. */
  readonly isEnding: () => boolean
  readonly windowFailed: (window: AppWindow) => void
  /** False where there is no page to be told. */
  readonly windowClosing: (window: AppWindow) => boolean
  readonly windowChanged: (window: AppWindow, state: WindowState) => void
  readonly windowGone: (window: AppWindow) => void
  /** It has not gone where its page led. */
  readonly windowStayed: (window: AppWindow, url: string) => void
}

/** The windows of one app, by the token that names each of them when it is opened. */
export class AppWindows {
  readonly #host: WindowsHost
  readonly #windows = new Map<string, AppWindow>()

  constructor(host: WindowsHost) {
    this.#host = host
  }

  get isEmpty(): boolean {
    return this.#windows.size === 0
  }

  get isAnyVisible(): boolean {
    return [...this.#windows.values()].some(
      ({ window }) => window?.isDestroyed() === false && window.isVisible(),
    )
  }

  findById(id: string): AppWindow | undefined {
    return id === '' ? undefined : [...this.#windows.values()].find((window) => window.id === id)
  }

  /** The window whose document a WebContents shows. */
  findByContents(contentsId: number | undefined): AppWindow | undefined {
    return [...this.#windows.values()].find(
      ({ window }) => window?.isDestroyed() === false && window.webContents.id === contentsId,
    )
  }

  /** The page may open the window now; undefined where there are too many. */
  request(url: string, options: CreateOptions, frame: Frame): AppWindow | undefined {
    if (this.#windows.size >= maxWindows) return undefined
    const window = new AppWindow(url, options, frame)
    this.#windows.set(window.token, window)
    setTimeout(() => this.#giveUp(window), patience).unref()
    return window
  }

  /** Nobody has opened it: it holds no place any more. */
  #giveUp(requested: AppWindow): void {
    if (requested.window !== undefined || !this.#windows.delete(requested.token)) return
    this.#host.windowGone(requested)
  }

  /** Answers the `window.open` of the background page: it is for a window that was requested, or leads outside. */
  approve(token: string, url: string): WindowOpenHandlerResponse {
    const requested = this.#windows.get(token)
    if (requested === undefined || requested.window !== undefined || requested.url !== url) {
      this.#host.links.open(url)
      return { action: 'deny' }
    }
    const { focused = true, hidden = false, resizable, alwaysOnTop } = requested.options
    const geometry = this.#host.geometries.get(requested.id)
    return {
      action: 'allow',
      overrideBrowserWindowOptions: {
        ...(geometry === undefined
          ? placeWindow(requested.options)
          : placeAgain(requested.options, geometry)),
        show: !hidden && focused,
        frame: requested.frame.kind !== 'none',
        resizable: resizable ?? true,
        alwaysOnTop: alwaysOnTop ?? false,
        webPreferences: this.#host.webPreferences,
      },
    }
  }

  /** The window that was approved is there. */
  adopt(token: string, window: BrowserWindow): void {
    const requested = this.#windows.get(token)
    if (requested === undefined) return window.destroy()
    requested.open(window, {
      changed: (state) => {
        this.#note(requested.id, window)
        this.#host.windowChanged(requested, state)
      },
      mustClose: () => this.#host.isEnding() || !this.#host.windowClosing(requested),
    })
    setCloseMenu(window)
    const { webContents } = window
    openOutside(webContents, this.#host.links)
    confinePage(webContents, {
      first: requested.url,
      stayed: (url) => this.#host.windowStayed(requested, url),
    })
    window.on('closed', () => {
      this.#windows.delete(token)
      this.#host.windowGone(requested)
    })
    webContents.on('did-fail-load', (_event, _code, _text, _url, isMainFrame) => {
      if (isMainFrame) this.#host.windowFailed(requested)
    })
    this.#show(requested, window)
  }

  /** A state that was left wins over one that is asked for. */
  #show({ id, options }: AppWindow, window: BrowserWindow): void {
    const { focused = true, hidden = false, state } = options
    if (hidden) return
    if (!focused) window.showInactive()
    const wasMaximized = this.#host.geometries.get(id)?.isMaximized
    if (wasMaximized ?? state === 'maximized') window.maximize()
    if (wasMaximized !== undefined) return
    if (state === 'minimized') window.minimize()
    if (state === 'fullscreen') window.setFullScreen(true)
  }

  /** Where it is now it will be when it is opened again. */
  #note(id: string, window: BrowserWindow): void {
    if (id === '' || window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return
    const bounds = window.getNormalBounds()
    const { workArea } = screen.getDisplayMatching(bounds)
    this.#host.geometries.note(id, { bounds, workArea, isMaximized: window.isMaximized() })
  }
}
