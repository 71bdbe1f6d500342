import { screen } from 'electron'
import type {
  BrowserWindowConstructorOptions,
  ContextMenuParams,
  WebContents,
  WebPreferences,
  WindowOpenHandlerResponse,
} from 'electron'
import type { WindowState } from '../../../renderer-types/app-wire.ts'
import { confinePage, openOutside } from '../pages/confine-page.ts'
import { isSameAddress } from '../pages/same-address.ts'
import type { OutsideLinks } from '../pages/outside-links.ts'
import { setIcon } from './set-icon.ts'
import { AppWindow } from './app-window.ts'
import type { ShownWindow, WindowRequest } from './app-window.ts'
import { setCloseMenu } from './close-menu.ts'
import type { GeometryStore } from './geometry-store.ts'
import { leaveFullScreenByKey } from './leave-full-screen.ts'
import { hasTitleBar, openUnderTitleBar, titleBarInsets } from './title-bar.ts'
import { placeAgain, placeWindow } from './place-window.ts'
import { createWindowBudget } from './window-budget.ts'

/** Milliseconds in which the background page opens a window that it has asked for: it may have to open others first. */
const openingTime = 60_000

export interface WindowsHost {
  readonly webPreferences: WebPreferences
  readonly geometries: GeometryStore
  readonly links: OutsideLinks
  /** What a window is called whose page has no title. */
  readonly name: string
  readonly directory: string
  /** The app's own, the largest; a path in its folder. */
  readonly icon: string | undefined
  readonly mayKeepEscape: boolean
  /** The program ends: nothing holds windows up any more. */
  readonly isEnding: () => boolean
  /** One that was asked for is one too many. */
  readonly windowRefused: () => void
  /** Its page is there, or never will be: who still waits for it, as for one in the sandbox, waits in vain. */
  readonly windowLoaded: (window: AppWindow) => void
  /** False where there is no page to be told. */
  readonly windowClosing: (window: AppWindow) => boolean
  readonly windowChanged: (window: AppWindow, state: WindowState) => boolean
  /** Its page is about to load. */
  readonly windowOpened: (contents: WebContents) => void
  /** The user wants the menu of something in it. */
  readonly menuWanted: (shown: ShownWindow, clicked: ContextMenuParams) => void
  readonly windowGone: (window: AppWindow) => void
  /** It has not gone where its page led. */
  readonly windowStayed: (window: AppWindow, url: string) => void
}

/** The windows of one app, by the token that names each of them when it is opened. */
export class AppWindows {
  readonly #host: WindowsHost
  readonly #windows = new Map<string, AppWindow>()
  readonly #budget = createWindowBudget()

  constructor(host: WindowsHost) {
    this.#host = host
  }

  get isEmpty(): boolean {
    return this.#windows.size === 0
  }

  /** Or will be: in Chrome a window is there when the call that asks for it has been heard. */
  get isAnyShown(): boolean {
    return [...this.#windows.values()].some(({ isRequested, request, states }) =>
      isRequested ? request.options.hidden !== true : states?.isShown === true,
    )
  }

  /** Of several the one that was focused last, as in Chrome; those without an id have an empty one. */
  findById(id: string): AppWindow | undefined {
    return [...this.#windows.values()].findLast((window) => window.id === id)
  }

  /** The window whose document a WebContents shows. */
  findByContents(contentsId: number | undefined): AppWindow | undefined {
    return [...this.#windows.values()].find(({ contents }) => contents?.id === contentsId)
  }

  /** The page may open the window now; undefined where there are too many. */
  request(asked: Omit<WindowRequest, 'geometry'>): AppWindow | undefined {
    if (!this.#budget.take()) {
      this.#host.windowRefused()
      return undefined
    }
    const geometry = this.#host.geometries.get(asked.options.id ?? '')
    const window = new AppWindow({ ...asked, geometry })
    this.#windows.set(window.token, window)
    setTimeout(() => this.abandon(window.token), openingTime).unref()
    return window
  }

  /** A window that was requested is not opened. */
  abandon(token: string): void {
    const window = this.#windows.get(token)
    if (window?.isRequested === true) this.#forget(window)
  }

  /** Answers the `window.open` of the background page: it is for a window that was requested, or leads outside. */
  approve(token: string, url: string): WindowOpenHandlerResponse {
    const requested = this.#windows.get(token)
    if (requested?.isRequested !== true || !isSameAddress(requested.request.url, url)) {
      this.#host.links.open(url)
      return { action: 'deny' }
    }
    const { frame } = requested.request
    const color = hasTitleBar(frame) ? frame.color : undefined
    const overrideBrowserWindowOptions = this.#writeOptions(requested.request, color !== undefined)
    if (color === undefined) return { action: 'allow', overrideBrowserWindowOptions }
    return {
      action: 'allow',
      overrideBrowserWindowOptions,
      createWindow: (given) => {
        const { contents, window } = openUnderTitleBar(given, color)
        this.adopt(token, { window, contents, insets: titleBarInsets })
        return contents
      },
    }
  }

  #writeOptions(
    { frame, geometry, options }: WindowRequest,
    isUnderBar: boolean,
  ): BrowserWindowConstructorOptions {
    const { alwaysOnTop = false, focused = true, hidden = false, resizable = true } = options
    const above = isUnderBar ? titleBarInsets.height : 0
    const place = geometry === undefined ? placeWindow(options, above) : placeAgain(options, geometry)
    return {
      ...place,
      title: this.#host.name,
      show: !hidden && focused,
      // Else it has room for a menu until it has the one that nobody sees.
      autoHideMenuBar: true,
      frame: frame.kind !== 'none' && !isUnderBar,
      transparent: frame.isTransparent,
      resizable,
      alwaysOnTop,
      webPreferences: this.#host.webPreferences,
    }
  }

  /** The window that was approved is there. */
  adopt(token: string, shown: ShownWindow): void {
    const { window } = shown
    const opened = this.#windows.get(token)
    if (opened?.isRequested !== true) return window.destroy()
    opened.open(shown, {
      moved: () => this.#note(opened),
      changed: (state) => this.#host.windowChanged(opened, state),
      mustClose: () => this.#host.isEnding() || !this.#host.windowClosing(opened),
    })
    setCloseMenu(window)
    this.#follow(opened, shown)
    this.#show(opened)
    this.#note(opened)
  }

  #follow(opened: AppWindow, at: ShownWindow): void {
    const { contents, window } = at
    window.on('closed', () => this.#forget(opened))
    window.on('focus', () => this.#putLast(opened))
    window.on('page-title-updated', (event) => event.preventDefault())
    contents.on('page-title-updated', (_event, title, isOfPage) => {
      if (isOfPage) window.setTitle(title === '' ? this.#host.name : title)
    })
    this.#host.windowOpened(contents)
    openOutside(contents, this.#host.links)
    confinePage(contents, {
      first: opened.request.url,
      stayed: (url) => this.#host.windowStayed(opened, url),
    })
    contents.on('context-menu', (_event, clicked) => this.#host.menuWanted(at, clicked))
    contents.on('did-fail-load', (_event, _code, _text, _url, isMainFrame) => {
      if (isMainFrame) this.#host.windowLoaded(opened)
    })
    contents.once('dom-ready', () => this.#host.windowLoaded(opened))
    if (!this.#host.mayKeepEscape) leaveFullScreenByKey(window, contents)
    const { directory, icon } = this.#host
    // In Chrome, too, the own icon of a window is for those that have a place of their own in the shelf.
    const { icon: own, showInShelf } = opened.request.options
    const shown = (showInShelf === true && own) || icon
    if (shown !== undefined) void setIcon(window, directory, shown)
  }

  #putLast(opened: AppWindow): void {
    if (this.#windows.delete(opened.token)) this.#windows.set(opened.token, opened)
  }

  #forget(gone: AppWindow): void {
    if (!this.#windows.delete(gone.token)) return
    this.#budget.giveBack()
    this.#host.windowGone(gone)
  }

  #show({ request: { geometry, options }, states, window }: AppWindow): void {
    const { focused = true, hidden = false, state = 'normal', visibleOnAllWorkspaces = false } = options
    window?.setVisibleOnAllWorkspaces(visibleOnAllWorkspaces)
    if (hidden || states === undefined) return
    if (!focused) states.show(false)
    // A state that was left wins over one that is asked for.
    if (geometry === undefined) states.enter(state)
    else {
      if (geometry.isMaximized) states.maximize()
      if (geometry.isFullScreen === true) states.fullscreen()
    }
  }

  /** Where it is now it will be when it is opened again. */
  #note({ id, states, window }: AppWindow): void {
    if (id === '' || states === undefined || window === undefined) return
    if (states.isMinimized) return
    const { isFullScreen, isMaximized, normalBounds: bounds } = states
    const { workArea } = screen.getDisplayMatching(bounds)
    this.#host.geometries.note(id, { bounds, workArea, isMaximized, isFullScreen })
  }
}
