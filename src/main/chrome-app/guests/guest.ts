import type { LoadURLOptions, WebContents } from 'electron'
import type { Page } from '../../page/page.ts'
import { isGuestAddress } from './guest-address.ts'
import { relayEvents } from './relay-events.ts'
import { Results } from './results.ts'

/** Milliseconds in which a page must take a guest that was made for it. */
const patience = 10_000

const disallowedScheme = { code: -301, reason: 'ERR_DISALLOWED_URL_SCHEME' }

/** The world of the guest's page in which the app's scripts run: they share nothing but the document with the page's own. */
const world = 1042

/** What a `<webview>` shows. It shows nothing before a page of the app has taken it. */
export class Guest {
  readonly contents: WebContents
  #page: Page | undefined
  /** The address that was asked for too early. */
  #awaited: (() => void) | undefined
  readonly #results: Results

  constructor(contents: WebContents) {
    this.contents = contents
    this.#results = new Results(contents)
    const load = contents.loadURL.bind(contents)
    // What the element of Electron's asks for comes here, whoever has it do so.
    contents.loadURL = (url, options) => this.#show(url, () => load(url, pickOptions(options)))
    contents.on('will-frame-navigate', (event) => {
      if (!isGuestAddress(event.url)) event.preventDefault()
    })
    const timer = setTimeout(() => {
      if (this.#page === undefined && !contents.isDestroyed()) contents.close()
    }, patience)
    contents.once('destroyed', () => clearTimeout(timer))
  }

  /** The page of the app that shows it. */
  get page(): Page | undefined {
    return this.#page
  }

  attach(page: Page): void {
    this.#page = page
    relayEvents(this.contents, (name, fields) => this.raise(name, fields))
    this.#awaited?.()
    this.#awaited = undefined
  }

  /** A page that has dealt with nothing for long is told no more. */
  raise(name: string, fields: object): void {
    if (this.#page?.isFull === false)
      this.#page.postEvent({
        kind: 'signal',
        event: 'webViewInternal.onEvent',
        args: [this.contents.id, name, JSON.stringify(fields)],
      })
  }

  /** What the script comes to, as JSON: null where it throws. */
  async execute(code: string): Promise<string> {
    return this.#results.collect(this.contents.executeJavaScriptInIsolatedWorld(world, [{ code }]))
  }

  async #show(url: string, load: () => Promise<void>): Promise<void> {
    if (this.#page === undefined) {
      this.#awaited = () => void this.#show(url, load)
      return
    }
    if (isGuestAddress(url)) await load().catch(() => {})
    else this.raise('loadabort', { url, isTopLevel: true, ...disallowedScheme })
  }
}

/** Not an address that the page only pretends to have. */
function pickOptions({ httpReferrer, userAgent }: LoadURLOptions = {}): LoadURLOptions {
  return {
    ...(httpReferrer !== undefined && { httpReferrer }),
    ...(userAgent !== undefined && { userAgent }),
  }
}
