import type { App } from '../app/app.ts'
import type { Page } from '../page/page.ts'
import type { Refusals } from '../watch/refusals.ts'
import { Inbox } from './inbox.ts'
import type { Item } from './parse-message.ts'
import { parseMessage } from './parse-message.ts'
import type { Router } from './router.ts'
import type { Turns, Worker } from './turns.ts'

/** What all pages share. */
export interface Office {
  readonly turns: Turns
  readonly router: Router
  readonly refusals: Refusals
}

/** Hears what is carried out, before it is. */
export interface Listener {
  readonly noteSaid: (item: Item) => void
}

/** Calls that wait to be carried out, whatever the app's limits are. */
const leastWaiting = 65_536

/** What one page says, from the message as it came to the calls in it, which are carried out in their order. */
export class Conversation implements Worker {
  readonly #app: App
  readonly #page: Page
  readonly #office: Office
  readonly #end: () => void
  readonly #inbox: Inbox
  readonly #maxWaiting: number
  readonly #listener: Listener | undefined

  /** `end` ends it when the page says too much. */
  constructor(app: App, page: Page, office: Office, end: () => void, listener?: Listener) {
    this.#app = app
    this.#page = page
    this.#office = office
    this.#end = end
    this.#listener = listener
    this.#inbox = new Inbox(app.limits.writeQuota)
    this.#maxWaiting = Math.max(4 * app.limits.pendingCalls, leastWaiting)
  }

  receive(value: unknown): void {
    const message = parseMessage(value)
    if (message === undefined)
      return this.#office.refusals.tellOfPage(
        this.#app,
        this.#page.windowId,
        'refused a malformed message of a page',
      )
    this.#app.acknowledge(this.#page, message.acknowledged)
    this.#inbox.add(message)
    if (this.#inbox.size > this.#maxWaiting) return this.#cutOff()
    this.#office.turns.start(this)
  }

  work(milliseconds: number): boolean {
    const end = performance.now() + milliseconds
    while (this.#app.hasPage(this.#page)) {
      // It goes on with the page's word that it has dealt with what it was told, if that is needed.
      if (this.#page.hasBacklog) return !this.#page.isBusy
      if (!this.#carryOutNext()) return false
      if (performance.now() >= end) return true
    }
    this.#inbox.clear()
    return false
  }

  /** False when there is nothing left to do. */
  #carryOutNext(): boolean {
    const item = this.#inbox.next()
    if (item === undefined) return false
    try {
      this.#listener?.noteSaid(item)
      this.#office.router.carryOut(this.#app, this.#page, item)
    } catch (error) {
      this.#app.logger.error('electron-chrome-sockets: a message of a page failed unexpectedly', error)
    }
    return true
  }

  #cutOff(): void {
    this.#inbox.clear()
    this.#office.turns.forget(this)
    this.#office.refusals.tellOfPage(
      this.#app,
      this.#page.windowId,
      'cut off a page that calls and takes no answers',
    )
    this.#end()
  }
}
