import type { NativeImage, WebContents } from 'electron'
import type { AppArguments } from '../../../renderer-types/contract/apps/index.ts'
import type { Page } from '../../page/page.ts'
import { GuestRequests } from '../guest-requests/guest-requests.ts'
import type { Report } from '../guest-requests/report.ts'
import { Comings } from './comings.ts'
import { ContentScripts } from './content-scripts.ts'
import type { Inject } from './content-scripts.ts'
import { FindInGuest } from './find-in-guest.ts'
import { isGuestAddress } from './guest-address.ts'
import { preloadWorld, writeRun } from './guest-preload.ts'
import { GuestMenu } from './guest-menu.ts'
import { GuestName } from './guest-name.ts'
import { GuestSize } from './guest-size.ts'
import { GuestZoom } from './guest-zoom.ts'
import { hearDialogs } from './hear-dialogs.ts'
import { hearWindows } from './hear-windows.ts'
import type { LoadQueue } from './load-queue.ts'
import { Questions } from './questions.ts'
import { relayEvents } from './relay-events.ts'
import { Results } from './results.ts'

/** Milliseconds in which a page must take a guest that was made for it. */
const patience = 10_000

const disallowedScheme = { code: -301, reason: 'ERR_DISALLOWED_URL_SCHEME' }

/** What a page has asked for before there was anything to show. */
export type FirstSettings = AppArguments<'webViewInternal', 'attach'>[1]

const userAgentText = /^[\x20-\x7e]{0,2048}$/

/** What a `<webview>` shows. It shows nothing before a page of the app has taken it. */
export class Guest {
  readonly contents: WebContents
  readonly #load: WebContents['loadURL']
  readonly #loads: LoadQueue
  #page: Page | undefined
  #isCapturing = false
  #isBegun = false
  #isStarted = false
  #firstName = ''
  #hasGone = false
  /** By the app. */
  #isEnded = false
  #scripts: ContentScripts | undefined
  /** How far those go in its history that wait for the loads of others. */
  #steps = 0
  /** The address that was asked for too early. */
  #awaited: (() => void) | undefined
  /** False for a page that is far behind: it is told no more but what it must hear, and not that where it deals with nothing. */
  readonly raise = (name: string, fields: object, mustHear = false): boolean => {
    if (this.#comings.isCancelling) return false
    if (this.#page === undefined || (this.#page.isFull && (!mustHear || this.#page.isStuck))) return false
    this.#page.postEvent({
      kind: 'signal',
      event: 'webViewInternal.onEvent',
      args: [this.contents.id, name, JSON.stringify(fields)],
    })
    return true
  }
  readonly questions = new Questions(this.raise)
  readonly menu: GuestMenu
  readonly name: GuestName
  readonly search: FindInGuest
  readonly size: GuestSize
  readonly zoom: GuestZoom
  readonly requests: GuestRequests
  readonly #results: Results
  readonly #comings: Comings

  /** `canCancel`: whether a page that is on its way to it can be cancelled whatever its process has done. */
  constructor(contents: WebContents, loads: LoadQueue, report: Report, canCancel: () => boolean) {
    this.contents = contents
    this.#loads = loads
    const { id } = contents
    this.#results = new Results(contents)
    this.#comings = new Comings(contents, canCancel)
    this.requests = new GuestRequests(contents, this.raise, report)
    this.menu = new GuestMenu(contents, this.raise)
    this.name = new GuestName(contents, this.raise)
    this.search = new FindInGuest(contents, this.raise)
    this.size = new GuestSize(contents, this.raise)
    this.zoom = new GuestZoom(contents, this.raise)
    this.#load = contents.loadURL.bind(contents)
    // What the element of Electron's asks for comes here, whoever has it do so, and with whatever address and options.
    contents.loadURL = async (given: unknown) => {
      const url = String(given)
      this.#show(url, () => this.#load(url))
    }
    // Electron waits with listeners for a page that loads, a few for each script that is to run in it.
    contents.setMaxListeners(0)
    hearWindows(contents, this.raise)
    // In Chrome, too, no page holds up a <webview> that goes elsewhere.
    contents.on('will-prevent-unload', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => {
      if (!isGuestAddress(event.url)) event.preventDefault()
    })
    // Electron ends the whole program when something is loaded into a guest whose process has gone, and when what another
    // process has loaded already comes to it.
    contents.on('render-process-gone', () => {
      this.#leave()
      this.#comings.cancel(this.#load)
      setImmediate(() => {
        if (!contents.isDestroyed()) contents.close()
      })
    })
    const timer = setTimeout(() => {
      if (this.#page === undefined && !contents.isDestroyed()) contents.close()
    }, patience)
    contents.once('destroyed', () => clearTimeout(timer))
    contents.once('destroyed', () => loads.remove(id))
    contents.once('destroyed', () => this.questions.denyAll())
  }

  /** Its process has: nothing is to be done with it any more. */
  get hasGone(): boolean {
    return this.#hasGone
  }

  /** The page of the app that shows it. */
  get page(): Page | undefined {
    return this.#page
  }

  attach(page: Page, { initialZoomFactor, name = '', userAgentOverride }: FirstSettings): void {
    this.#page = page
    this.#firstName = name
    if (userAgentOverride !== undefined) this.setUserAgent(userAgentOverride)
    if (initialZoomFactor !== undefined) this.zoom.setFactor(initialZoomFactor)
  }

  /** All is known that the page wants to be told and asked. It begins once, whatever is said again. */
  async start(): Promise<void> {
    if (this.#isBegun) return
    this.#isBegun = true
    await this.name.begin(this.#firstName, this.#load)
    if (this.#hasGone || this.contents.isDestroyed()) return
    relayEvents(this.contents, this.raise, () => this.#isEnded)
    hearDialogs(this.contents, this.questions)
    this.#isStarted = true
    this.#awaited?.()
    this.#awaited = undefined
  }

  /** Those that its pages get; `inject` is what has them run. */
  getScripts(inject: Inject): ContentScripts {
    return (this.#scripts ??= new ContentScripts(this.contents, inject))
  }

  /** What no header may have in it is passed over. */
  setUserAgent(userAgent: string): void {
    if (userAgentText.test(userAgent)) this.contents.setUserAgent(userAgent)
  }

  /** A page that only seems to be at an address of the web, which has been checked. */
  showData(dataUrl: string, baseUrl: string): void {
    this.#queue(() => this.#load(dataUrl, { baseURLForDataURL: baseUrl }))
  }

  reload(): void {
    this.#queue(() => this.#navigate(() => this.contents.reload()))
  }

  /** False where its history ends before that. */
  go(relativeIndex: number): boolean {
    const { navigationHistory } = this.contents
    const steps = this.#steps + relativeIndex
    if (!navigationHistory.canGoToOffset(steps)) return false
    this.#queue(() => this.#navigate(() => navigationHistory.goToOffset(steps)), steps)
    return true
  }

  /** Its process goes a moment later, or that of the page that comes until then. */
  terminate(end = (): void => this.contents.forcefullyCrashRenderer()): void {
    if (this.contents.getOSProcessId() === 0) return
    this.#isEnded = true
    this.#leave()
    this.#comings.settle((hasSettled) => {
      if (this.contents.isDestroyed()) return
      if (hasSettled) end()
      else this.contents.close()
    })
  }

  stop(): void {
    this.#steps = 0
    this.#loads.remove(this.contents.id)
    this.contents.stop()
  }

  /** What the script comes to, as JSON: null where it throws. */
  execute(code: string): Promise<string> {
    const run = { code: writeRun(code) }
    return this.#results.collect(this.contents.executeJavaScriptInIsolatedWorld(preloadWorld, [run]))
  }

  async style(code: string, cssOrigin: 'author' | 'user' = 'author'): Promise<undefined> {
    await this.#results.wait(this.contents.insertCSS(code, { cssOrigin }), undefined)
    return undefined
  }

  /** What it looks like, one picture at a time. */
  async capture(): Promise<NativeImage | undefined> {
    if (this.#isCapturing) return undefined
    this.#isCapturing = true
    const image = await this.#results.wait(this.contents.capturePage(), undefined)
    this.#isCapturing = false
    return image
  }

  #leave(): void {
    if (this.#hasGone) return
    this.#hasGone = true
    this.contents.stop()
  }

  #show(url: string, load: () => Promise<void>): void {
    if (!this.#isStarted) {
      this.#awaited = () => this.#show(url, load)
      return
    }
    if (this.#hasGone) return
    if (isGuestAddress(url)) this.#queue(load)
    else this.raise('loadabort', { url, isTopLevel: true, ...disallowedScheme })
  }

  /** Resolves when it is over, if ever: a load that is too long holds up no other one anyway. */
  async #navigate(begin: () => void): Promise<void> {
    begin()
    if (!this.contents.isLoading()) return
    await new Promise<void>((resolve) => {
      this.contents.once('did-stop-loading', resolve)
    })
  }

  #queue(load: () => Promise<void>, steps = 0): void {
    this.#steps = steps
    this.#loads.add(this.contents.id, async () => {
      this.#steps = 0
      if (!this.#hasGone) await load().catch(() => {})
    })
  }
}
