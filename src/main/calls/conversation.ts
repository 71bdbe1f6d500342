import type { App } from '../app/app.ts'
import type { Page } from '../page/page.ts'
import type { Refusals } from '../watch/refusals.ts'
import { Inbox } from './inbox.ts'
import type { Item, Message } from './parse-message.ts'
import { parseMessage } from './parse-message.ts'
import type { Progress, Router } from './router.ts'
import type { Slice, Turns, Worker } from './turns.ts'

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

/** True when there are bytes that no call pays for. Of a facade's buffer less than a quarter is left over. */
function hasIdleBytes({ items, payload }: Message): boolean {
  let used = 0
  for (const item of items) if (item.kind === 'sends') used += item.byteLength
  return payload.byteLength - used > Math.max(16, used / 4)
}

/** What one page says, from the message as it came to the calls in it, which are carried out in their order. */
export class Conversation implements Worker {
  readonly #app: App
  readonly #page: Page
  readonly #office: Office
  readonly #end: () => void
  readonly #inbox: Inbox
  readonly #maxWaiting: number
  readonly #listener: Listener | undefined

  /** `end` ends it when the page says too much, or what the facade never says. */
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
    if (!this.#app.hasPage(this.#page)) return
    const message = parseMessage(value)
    if (message === undefined || hasIdleBytes(message))
      return this.#cutOff('refused a malformed message of a page')
    this.#app.acknowledge(this.#page, message.acknowledged)
    this.#inbox.add(message)
    if (this.#inbox.size > this.#maxWaiting)
      return this.#cutOff('cut off a page that calls and takes no answers')
    this.#office.turns.start(this)
  }

  work(slice: Slice): boolean {
    while (this.#app.hasPage(this.#page)) {
      // It goes on with the page's word that it has dealt with what it was told, if that is needed.
      if (this.#page.hasBacklog) return !this.#page.isBusy
      const item = this.#inbox.next()
      if (item === undefined) return false
      const progress = this.#carryOut(item)
      if (progress === 'malformed')
        this.#cutOff(`refused a malformed call${item.kind === 'call' ? `: ${item.method}` : ''}`)
      else if (progress === 'begun') slice.chargePromise()
      if (slice.isOver) return true
    }
    this.#inbox.clear()
    return false
  }

  #carryOut(item: Item): Progress {
    try {
      this.#listener?.noteSaid(item)
      return this.#office.router.carryOut(this.#app, this.#page, item)
    } catch (error) {
      this.#app.logger.error('electron-chrome-sockets: a message of a page failed unexpectedly', error)
      return 'done'
    }
  }

  /** Nothing more is heard of the page, as Chrome ends a renderer that says what none can say. */
  #cutOff(reason: string): void {
    this.#inbox.clear()
    this.#office.turns.forget(this)
    this.#office.refusals.tellOfPage(this.#app, this.#page.windowId, reason)
    this.#end()
  }
}
