import type { App } from '../app/app.ts'
import type { Page } from '../page/page.ts'
import type { Refusals } from '../watch/refusals.ts'
import { estimateTime } from './estimate-time.ts'
import { Inbox } from './inbox.ts'
import type { Item, Message } from './parse-message.ts'
import { parseMessage } from './parse-message.ts'
import { PartialSend } from './partial-send.ts'
import type { Progress } from './router.ts'
import { Router } from './router.ts'
import type { Slice, Worker } from './turns.ts'
import { Turns } from './turns.ts'

/** Milliseconds that it takes to answer a message, whatever is in it, once the slice is over. */
const answering = 1 / 16

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

/** What one page says, from the message as it came to the calls in it, which are carried out in their order. */
export class Conversation implements Worker {
  readonly #app: App
  readonly #page: Page
  readonly #office: Office
  readonly #end: () => void
  readonly #inbox = new Inbox()
  readonly #partialSend: PartialSend
  readonly #listener: Listener | undefined

  /** `end` ends it when the page says too much, or what the facade never says. */
  constructor(app: App, page: Page, office: Office, end: () => void, listener?: Listener) {
    this.#app = app
    this.#page = page
    this.#office = office
    this.#end = end
    this.#listener = listener
    this.#partialSend = new PartialSend(app, page)
  }

  receive(value: unknown): void {
    if (!this.#app.hasPage(this.#page)) return
    const message = parseMessage(value)
    if (message === undefined || this.#isIdle(message))
      return this.#cutOff('refused a malformed message of a page')
    this.#app.acknowledge(this.#page, message.acknowledged)
    if (message.items.length > 0) {
      if (!this.#page.beginMessage()) return this.#cutOff('cut off a page that waits for no answers')
      this.#inbox.add(message)
    }
    this.#office.turns.start(this)
  }

  /** The page has gone. */
  end(): void {
    this.#inbox.clear()
    this.#office.turns.forget(this)
    this.#partialSend.end()
  }

  /** It says nothing, and that about nothing. */
  #isIdle({ acknowledged, items }: Message): boolean {
    return items.length === 0 && (acknowledged === 0 || !this.#page.isBusy)
  }

  get owner(): App {
    return this.#app
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
      else if (progress === 'begun') slice.chargePromise(estimateTime(item))
      if (this.#inbox.takeEnd()) {
        this.#page.endMessage()
        slice.chargePromise(answering)
      }
      if (slice.isOver) return true
    }
    return false
  }

  #carryOut(item: Item): Progress {
    try {
      this.#listener?.noteSaid(item)
      if (item.kind === 'part') return this.#partialSend.take(item)
      if (item.kind === 'withdrawal') return this.#partialSend.withdraw(item)
      // The parts of a send come one after the other.
      if (this.#partialSend.isOpen) return 'malformed'
      return this.#office.router.carryOut(this.#app, this.#page, item)
    } catch (error) {
      this.#app.logger.error('electron-chrome-sockets: a message of a page failed unexpectedly', error)
      return 'done'
    }
  }

  /** Nothing more is heard of the page, as Chrome ends a renderer that says what none can say. */
  #cutOff(reason: string): void {
    this.#office.refusals.tellOfPage(this.#app, this.#page.windowId, reason)
    this.#end()
  }
}

/** `end` as {@link Conversation} has it. */
export type Converse = (
  app: App,
  page: Page,
  refusals: Refusals,
  end: () => void,
  listener?: Listener,
) => Conversation

/** Begins a conversation with each page of all apps. */
export function createConverse(): Converse {
  const shared = { turns: new Turns(), router: new Router() }
  return (app, page, refusals, end, listener) =>
    new Conversation(app, page, { ...shared, refusals }, end, listener)
}
