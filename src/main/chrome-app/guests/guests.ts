import { app as program } from 'electron'
import type { Event, Session, WebContents, WebPreferences } from 'electron'
import { endRenderer } from '../../ipc/end-renderer.ts'
import type { Page } from '../../page/page.ts'
import { hearRequests } from '../guest-requests/hear-requests.ts'
import type { Report } from '../guest-requests/report.ts'
import { createReport } from '../guest-requests/report.ts'
import type { ListenerRow } from '../guest-requests/request-listeners.ts'
import type { Logger } from '../../types.ts'
import type { ChromeApp } from '../manifest/read-app.ts'
import type { Chatter } from '../chatter.ts'
import { createChatter, hearChatter } from '../hear-chatter.ts'
import { createFolderHandler } from '../serve/serve-folder.ts'
import { CodeFiles } from './code-files.ts'
import { cutForwarding } from './cut-forwarding.ts'
import { guardElement } from './guard-element.ts'
import { createGuestBudget } from './guest-budget.ts'
import { findGuestPreload } from './guest-preload.ts'
import { GuestDownloads } from './guest-downloads.ts'
import { GuestSessions } from './guest-sessions.ts'
import type { FirstSettings } from './guest.ts'
import { Guest } from './guest.ts'
import { LoadQueue } from './load-queue.ts'
import { MenusOfViews } from './menus-of-views.ts'
import { canCancel } from './navigation-switches.ts'
import { Pace } from './pace.ts'
import { Pictures } from './pictures.ts'
import { followGuest, followPage } from '../stalls/follow-pages.ts'
import { TurnQueue } from '../turn-queue.ts'
import { warnOnce } from '../warn-once.ts'
import { prepareSession } from './prepare-session.ts'

/** Electron's own, without a type: a guest may ask for windows, which its page is told of. */
type GuestPreferences = WebPreferences & { readonly disablePopups: boolean }

const writePreferences = (session: Session, preload: string): GuestPreferences => ({
  session,
  preload,
  sandbox: true,
  contextIsolation: true,
  disablePopups: false,
  disableDialogs: true,
  enablePreferredSizeMode: true,
})

/** An app that dumps a table into its own console must not end by that; guests are anybody's pages. */
const ownWeight = 1 / 4

/**
 * Lines that it counts to ask for a permission, or for the state of one, whosever page it is; for the clipboard, to which a
 * page may give a million characters each time.
 */
const askWeight = 4
const clipboardWeight = 40

const weighAsking = (permission: string): number =>
  permission.includes('clipboard') ? clipboardWeight : askWeight

/** At once: a renderer that Electron has end itself goes on saying what it says until it is its turn. */
function endPage(contents: WebContents): void {
  const pid = contents.getOSProcessId()
  if (pid > 0) endRenderer({ id: pid, pid })
}

/** What the `<webview>`s of an app show, by the ids that their elements have for it. */
export class Guests {
  readonly code = new CodeFiles()
  /** What is cleared of what guests have stored, one after the other: each is work for all of Chromium. */
  readonly clearings = new TurnQueue()
  readonly menus = new MenusOfViews()
  readonly pictures = new Pictures()
  readonly #budget = createGuestBudget()
  readonly #guests = new Map<number, Guest>()
  readonly #loads = new LoadQueue()
  readonly #pace = new Pace()
  readonly #sessions: GuestSessions
  readonly #report: Report
  readonly #heard = new WeakSet<Session>()
  /** Of the app's own pages, too. */
  readonly #chatter: Chatter<WebContents>
  readonly #logger: Logger
  readonly #refused: () => void
  #preload: string | undefined

  /** `held`: the permissions that the app has at the moment. */
  constructor(app: ChromeApp, held: ReadonlySet<string>, logger: Logger, getEnd: () => AbortSignal) {
    const downloads = new GuestDownloads()
    this.#logger = logger
    this.#refused = warnOnce(
      logger,
      'the app has more guests, or partitions of guests, than it may have: an element shows nothing',
    )
    this.#report = createReport(logger)
    this.#chatter = createChatter(logger, (contents) => {
      const guest = this.#guests.get(contents.id)
      const end = (): void => endPage(contents)
      if (guest === undefined) return end()
      // Electron ends the program where a guest is stopped while it says that a page begins to load.
      setImmediate(() => contents.isDestroyed() || guest.terminate(end))
    })
    const serveFolder = createFolderHandler(app, getEnd)
    this.#sessions = new GuestSessions(app.manifest.id, (own, name) =>
      prepareSession(own, {
        app,
        name,
        held,
        serve: serveFolder,
        findGuest: (contents) => this.#guests.get(contents.id),
        downloads,
        noteAsked: (permission, contents, embedder) =>
          this.#noteAsked(own, weighAsking(permission), contents, embedder),
      }),
    )
  }

  /** Whatever a page asks for, its guests have these preferences and no others; `isOpen` is false for one in the sandbox. */
  serve(host: WebContents, isOpen: () => boolean): void {
    hearChatter(host, this.#chatter, ownWeight)
    followPage(host, this.#logger)
    cutForwarding(host)
    guardElement(host, this.#pace)
    host.on('will-attach-webview', (event, preferences, params) => {
      if (!isOpen()) return event.preventDefault()
      const own = this.#sessions.open(params['partition'] ?? '')
      if (own === undefined || !this.#budget.take()) {
        this.#refused()
        return event.preventDefault()
      }
      for (const key of Object.keys(preferences)) Reflect.deleteProperty(preferences, key)
      Object.assign(preferences, writePreferences(own, (this.#preload ??= findGuestPreload())))
      // Electron makes it next, in this turn.
      const create = (_event: Event, contents: WebContents): void => this.#add(contents)
      program.once('web-contents-created', create)
      queueMicrotask(() => program.off('web-contents-created', create))
    })
  }

  /** A page of the app has asked for a permission, or whether it has one. */
  noteAskedByPage(contents: WebContents, permission: string): void {
    this.#chatter.charge(contents, 0, weighAsking(permission))
  }

  /** The guest that a page shows; the first page of its window that asks for it shows it. */
  attach(page: Page, id: number, first: FirstSettings): boolean {
    const guest = this.#guests.get(id)
    if (
      guest === undefined ||
      guest.page !== undefined ||
      guest.contents.hostWebContents?.id !== page.windowId
    )
      return false
    guest.attach(page, first)
    const { viewInstanceId } = first
    guest.menu.follow(() =>
      viewInstanceId === undefined ? undefined : this.menus.find(page, viewInstanceId),
    )
    return true
  }

  find(page: Page, id: number): Guest | undefined {
    const guest = this.#guests.get(id)
    return guest?.page === page && !guest.hasGone ? guest : undefined
  }

  /** Returns what is wrong with a listener that is not taken. */
  addRequestListener({ contents, requests }: Guest, row: ListenerRow): string | undefined {
    const { session } = contents
    const complaint = requests.add(row)
    if (complaint !== undefined || this.#heard.has(session)) return complaint
    this.#heard.add(session)
    hearRequests(session.webRequest, (id) => this.#guests.get(id)?.requests, this.#report)
    return undefined
  }

  /** The page has gone: what it waits for is not done any more. */
  forget(page: Page): void {
    this.menus.forget(page)
    this.clearings.forget(page)
    this.pictures.forget(page)
  }

  /** Of a frame Electron says no more than in whose page it is. */
  #noteAsked(own: Session, weight: number, asker: WebContents | null, embedder: string | undefined): void {
    if (asker !== null) return this.#chatter.charge(asker, 0, weight)
    if (embedder === undefined) return
    for (const { contents } of this.#guests.values())
      if (contents.session === own && contents.getURL().startsWith(embedder))
        this.#chatter.charge(contents, 0, weight)
  }

  #add(contents: WebContents): void {
    const { id } = contents
    this.#guests.set(id, new Guest(contents, this.#loads, this.#report, canCancel))
    hearChatter(contents, this.#chatter)
    followGuest(contents, this.#logger)
    contents.once('destroyed', () => {
      this.#guests.delete(id)
      this.#budget.giveBack()
    })
  }
}
