import type { Session, WebContents, WebPreferences } from 'electron'
import type { AppGrant, AppRole, SharedData, SignalRecord } from '../../renderer-types/app-wire.ts'
import { windowRights } from '../../renderer-types/app-wire.ts'
import type { AppMethodName } from '../../renderer-types/contract/apps/index.ts'
import type { ServiceApp, Services } from '../app/services.ts'
import type { Outcome } from '../outcome.ts'
import type { Page } from '../page/page.ts'
import type { Logger, SocketReport } from '../types.ts'
import { AppFiles } from './files/app-files.ts'
import type { LaunchedFiles } from './files/launched-files.ts'
import { prepareLaunch } from './files/launched-files.ts'
import { Guests } from './guests/guests.ts'
import type { HostProgram } from './host-program.ts'
import type { LaunchSource, LifeHost } from './life/life.ts'
import { Life } from './life/life.ts'
import type { ChromeApp } from './manifest/read-app.ts'
import { AppPages } from './pages/app-pages.ts'
import { OutsideLinks } from './pages/outside-links.ts'
import { askUser } from './rights/ask-user.ts'
import { readGranted, writeGranted } from './rights/granted-file.ts'
import type { PermissionSet } from './rights/permission-set.ts'
import { packPermissions } from './rights/read-permission-set.ts'
import { Rights } from './rights/rights.ts'
import { generatedPage } from './serve/generated-page.ts'
import { callService } from './services/index.ts'
import type { ServiceHost } from './services/service.ts'
import { AppSystem } from './system/app-system.ts'
import type { WindowsHost } from './windows/app-windows.ts'
import { AppWindows } from './windows/app-windows.ts'
import { warnOnce } from './warn-once.ts'
import type { AppWindow } from './windows/app-window.ts'
import { GeometryStore } from './windows/geometry-store.ts'
import type { BackgroundEvents } from './windows/background-page.ts'
import { BackgroundPage } from './windows/background-page.ts'
import { writeWebPreferences } from './windows/web-preferences.ts'

/** Characters of an address that a page's console is told. */
const maxShownUrl = 2048

type EventName = SignalRecord['event']

/** One Chrome App that runs: its background page, its windows, and what their pages are told and may ask for. */
export class AppHost implements Services, ServiceHost {
  readonly app: ChromeApp
  readonly origin: string
  readonly windows: AppWindows
  readonly files: AppFiles
  readonly guests: Guests
  readonly rights: Rights
  readonly life: Life
  readonly system: AppSystem
  readonly pages = new AppPages()
  readonly #webPreferences: WebPreferences
  readonly #geometries: GeometryStore
  readonly #links: OutsideLinks
  readonly #logger: Logger
  readonly #shared: SharedData
  #background: BackgroundPage | undefined
  readonly #tellFiles = (given: LaunchedFiles): unknown =>
    this.pages.tell(this.#background?.contents, 'files.onLaunched', given)

  constructor(
    app: ChromeApp,
    session: Session,
    { acceptLanguages, folder, language, openExternal, ...program }: HostProgram,
  ) {
    this.app = app
    this.origin = app.origin
    this.#geometries = new GeometryStore(folder)
    this.#links = new OutsideLinks(openExternal)
    this.rights = new Rights(app.permissions, readGranted(folder), (granted) => writeGranted(folder, granted))
    this.#webPreferences = writeWebPreferences(session, this.rights.names.has('webview'))
    this.guests = new Guests(app, this.rights.names, program.logger, () => this.pages.end)
    this.files = new AppFiles(app.directory, folder, this.rights.names)
    this.#logger = program.logger
    const { managedItems, manifest } = app
    this.#shared = {
      messages: manifest.messages,
      language,
      acceptLanguages,
      managedItems,
      unlimitedStorage: this.rights.names.has('unlimitedStorage'),
      fileEvent: this.files.sentEvent,
    }
    this.windows = new AppWindows(this.#createWindowsHost())
    this.life = new Life(this.#createLifeHost(), program)
    this.system = new AppSystem(app, folder, {
      permissions: this.rights.names,
      raise: (event, ...args) => this.raise(event, ...args),
      isHeard: (event) => this.pages.list().some((page) => page.listensTo(event)),
      hasRoom: () => !this.pages.list().some(({ isFull }) => isFull),
      noteActivity: () => this.life.noteActivity(),
    })
  }

  describe(contentsId: number, frameId: number | undefined): AppGrant | undefined {
    const role = this.#findRole(contentsId)
    if (role === undefined) return undefined
    const scripts = this.app.provided.map(({ source }) => source)
    const own = { namespaces: this.rights.namespaces, scripts }
    if (frameId === undefined) return { ...own, role }
    return { ...own, role: { kind: 'frame', token: role.kind === 'window' ? role.token : undefined } }
  }

  /** That of the page which a window shows. */
  #findRole(contentsId: number): AppRole | undefined {
    if (contentsId === this.#background?.window.webContents.id)
      return { kind: 'background', shared: this.#shared }
    const window = this.windows.findByContents(contentsId)
    const state = window?.describe()
    if (window === undefined || state === undefined) return undefined
    const { id, request, token } = window
    const { color, isTransparent } = request.frame
    const frameColors = color && ([color.active, color.inactive] as const)
    const rights = windowRights.filter((right) => this.rights.names.has(right))
    const role = { kind: 'window', token, id, state, rights, isTransparent } as const
    return { ...role, ...(frameColors && { frameColors }) }
  }

  opened(page: Page): void {
    this.pages.add(page)
    this.findWindow(page)?.greet()
  }

  closed(page: Page): void {
    this.pages.remove(page)
    this.guests.forget(page)
    this.files.forget(page)
    this.system.forget(page)
    if (this.pages.isEmpty) this.system.closeSockets()
  }

  listSockets(): readonly SocketReport[] {
    return this.system.listSockets()
  }

  keepsSockets(): boolean {
    return !this.life.isRestarting
  }

  perform(
    app: ServiceApp,
    page: Page,
    method: AppMethodName,
    args: readonly unknown[],
  ): Outcome | Promise<Outcome> {
    return callService({ app, host: this, page }, method, args)
  }

  start(files: readonly string[]): void {
    this.life.start(() => this.launch('load_and_launch', files))
  }

  /** With files that the app has a handler for it is launched for those. False where it goes for good. */
  launch(source: LaunchSource, files: readonly string[] = []): boolean {
    if (this.life.isOver) return false
    // In this turn: launches are told in their order.
    if (files.length === 0) this.life.launch(source)
    else
      void this.life.launchSoon(
        source,
        prepareLaunch(this.files, this.app.fileHandlers, files, this.#tellFiles),
      )
    return true
  }

  openOutside(url: string): boolean {
    return this.#links.open(url)
  }

  findWindow(page: Page): AppWindow | undefined {
    return this.pages.isShown(page) ? this.windows.findByContents(page.windowId) : undefined
  }

  isBackground(page: Page): boolean {
    return this.pages.isShown(page) && page.windowId === this.#background?.window.webContents.id
  }

  endOf(page: Page): AbortSignal {
    return this.pages.endOf(page)
  }

  askForRights(page: Page, asked: PermissionSet): Promise<boolean> {
    const asker = { window: this.findWindow(page)?.window, end: this.endOf(page) }
    return askUser(asker, this.app.name, asked, this.rights.questions)
  }

  tellRights(event: 'permissions.onAdded' | 'permissions.onRemoved', set: PermissionSet): void {
    if (set.isEmpty) return
    this.system.followPermissions()
    this.raise('grants.onNamespaces', this.rights.namespaces)
    this.raise(event, packPermissions(set))
  }

  /** Tells every page that listens; false where none does. */
  raise(event: EventName, ...args: readonly unknown[]): boolean {
    return this.pages.raise(event, ...args)
  }

  #createWindowsHost(): WindowsHost {
    const pages = this.pages
    return {
      webPreferences: this.#webPreferences,
      geometries: this.#geometries,
      links: this.#links,
      name: this.app.name,
      directory: this.app.directory,
      icon: this.app.icon,
      mayKeepEscape: this.rights.names.has('app.window.fullscreen.overrideEsc'),
      isEnding: () => this.life.isEnding,
      windowRefused: warnOnce(this.#logger, 'the app asks for too many windows, which it does not get'),
      windowOpened: (contents) => this.#serveGuests(contents),
      windowLoaded: ({ token }) => pages.tell(this.#background?.contents, 'currentWindow.onLoaded', token),
      windowStayed: ({ contents }, url) =>
        pages.hint(contents, 'currentWindow.onStayed', url.slice(0, maxShownUrl)),
      windowClosing: ({ contents }) => pages.tell(contents, 'currentWindow.onClosing'),
      windowChanged: ({ contents }, state) => pages.tell(contents, 'currentWindow.onStateChanged', state),
      menuWanted: (shown, clicked) => this.system.showMenu(clicked, shown),
      windowGone: ({ token }) => {
        pages.tell(this.#background?.contents, 'currentWindow.onGone', token)
        this.life.noteWindowGone()
      },
    }
  }

  #createLifeHost(): LifeHost {
    return {
      version: this.app.version,
      openBackground: (events) => this.#openBackground(events),
      destroyPages: () => {
        this.#geometries.write()
        this.files.stop()
        this.pages.endAll()
        this.system.stop()
        this.#background?.destroy()
      },
      hasWindows: () => !this.windows.isEmpty,
      isActive: () => this.windows.isAnyShown,
      isBusy: () => !this.system.alarms.isEmpty || this.pages.list().some((page) => page.hasPendingCalls),
      raiseInstalled: (details) => this.raise('runtime.onInstalled', details),
      raiseLaunched: (launchData) => this.raise('appRuntime.onLaunched', launchData),
      raiseRestarted: () => this.raise('appRuntime.onRestarted'),
      raiseSuspendCanceled: () => this.raise('runtime.onSuspendCanceled'),
      tellSuspending: (round) => this.pages.tell(this.#background?.contents, 'life.onSuspending', round),
    }
  }

  #serveGuests(host: WebContents): void {
    this.guests.serve(host, () => this.pages.isOpen(host.id))
  }

  #openBackground(events: BackgroundEvents): void {
    const { window } = (this.#background = new BackgroundPage(this.#webPreferences, this.windows, events))
    const { webContents } = window
    this.#serveGuests(webContents)
    this.files.openBackground(webContents)
    void window.loadURL(`${this.origin}/${(this.app.background.page ?? generatedPage).replace(/^\//, '')}`)
  }
}
