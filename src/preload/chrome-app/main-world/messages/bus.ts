import type { AppEventName } from '../../../../renderer-types/contract/apps/index.ts'
import type { OpenCount } from './open-count.ts'
import { PortEnd } from './port-end.ts'

/** A page that messages can be sent to. */
export interface Recipient {
  readonly listensTo: (event: AppEventName) => boolean
  /** Raises `onMessage`, soon. */
  readonly receive: (message: Message, channel: Channel) => void
  /** Raises `onConnect`, soon. */
  readonly accept: (end: PortEnd, connection: Connection) => void
}

export interface Message {
  /** JSON */
  readonly body: string
  /** JSON of `chrome.runtime.MessageSender` */
  readonly sender: string
}

export interface Connection {
  readonly name: string
  /** JSON of `chrome.runtime.MessageSender` */
  readonly sender: string
}

/** What a recipient of a message may say; only what is said first, of all recipients, is heard. */
export interface Channel {
  readonly respond: (body: string) => void
  /** A listener has thrown: nobody is waited for any more. */
  readonly fail: (error: string) => void
  /** A listener has said that it responds later. */
  readonly promise: () => void
  /** No response will come. */
  readonly close: () => void
}

export interface Settled {
  readonly succeed: (body: string) => void
  /** At once: the callback has run when this returns. */
  readonly fail: (error: string, isAtOnce?: boolean) => void
}

const noRecipient = 'Could not establish connection. Receiving end does not exist.'
/** What a callback is told; a promise resolves to undefined. */
export const noResponse = 'The message port closed before a response was received.'
const brokenPromise =
  'A listener indicated an asynchronous response by returning true, but the message channel closed before a response was received'

/** What waits for a page: done when it goes, if it has not been done before. */
type Waiting = Set<(isAtOnce: boolean) => void>

/** Messages and connections between the pages of an app. */
export class Bus {
  readonly #recipients = new Map<Recipient, Waiting>()
  readonly #open: OpenCount

  constructor(open: OpenCount) {
    this.#open = open
  }

  join(recipient: Recipient): void {
    this.#recipients.set(recipient, new Set())
  }

  /**
   * From now on the page is not heard. At once: the others are told of its ports, and that it does not answer, before
   * this returns. They are told in the order in which they have sent and connected.
   */
  leave(recipient: Recipient, isAtOnce = false): void {
    const waiting = this.#recipients.get(recipient)
    this.#recipients.delete(recipient)
    if (waiting === undefined) return
    for (const act of waiting) act(isAtOnce)
    // An end whose page has gone stays as it is.
    this.#open.add(-waiting.size)
    waiting.clear()
  }

  /** Sends a message to all other pages that listen. */
  send(from: Recipient, message: Message, settled: Settled): void {
    if (!this.#recipients.has(from)) return
    const recipients = this.#listOthers(from, 'runtime.onMessage')
    if (recipients.length === 0) return this.sendToNobody(settled)
    let open = recipients.length
    let isSettled = false
    let error = noResponse
    const closes: (() => void)[] = []
    const settle = (act: () => void): void => {
      if (isSettled) return
      isSettled = true
      act()
      // Whoever has promised to respond, too, is not heard any more.
      for (const close of closes) close()
    }
    closes.push(this.#doOnce(from, () => settle(() => {})))
    for (const recipient of recipients) {
      const close = this.#doOnce(recipient, (isAtOnce) => {
        open -= 1
        if (open === 0) settle(() => settled.fail(error, isAtOnce))
      })
      closes.push(close)
      recipient.receive(message, {
        respond: (body) => settle(() => settled.succeed(body)),
        fail: (thrown) => settle(() => settled.fail(thrown)),
        promise: () => {
          error = brokenPromise
        },
        close,
      })
    }
  }

  /** Connects a page to all others that listen; where there are none the end fails, soon. */
  connect(from: Recipient, connection: Connection): PortEnd {
    const recipients = this.#listOthers(from, 'runtime.onConnect')
    if (recipients.length === 0 || !this.#recipients.has(from)) return this.connectNobody(from)
    const opener = this.#openEnd(from)
    for (const recipient of recipients) {
      const end = this.#openEnd(recipient)
      opener.join(end)
      recipient.accept(end, connection)
    }
    return opener
  }

  /** Who is not there cannot be connected to: that is told when the page has begun to listen. */
  connectNobody(from: Recipient): PortEnd {
    const end = this.#openEnd(from)
    queueMicrotask(() => end.end(noRecipient))
    return end
  }

  sendToNobody(settled: Settled): void {
    settled.fail(noRecipient)
  }

  #openEnd(recipient: Recipient): PortEnd {
    const waiting = this.#recipients.get(recipient)
    const end = new PortEnd(() => void this.#release(waiting, leave))
    const leave = (isAtOnce: boolean): void => end.leave(isAtOnce)
    this.#hold(waiting, leave)
    return end
  }

  #listOthers(from: Recipient, event: 'runtime.onMessage' | 'runtime.onConnect'): Recipient[] {
    return [...this.#recipients.keys()].filter(
      (recipient) => recipient !== from && recipient.listensTo(event),
    )
  }

  /** Done when it is called, or when the page goes. */
  #doOnce(recipient: Recipient, act: (isAtOnce: boolean) => void): () => void {
    const waiting = this.#recipients.get(recipient)
    const once = (isAtOnce: boolean): void => {
      if (this.#release(waiting, once)) act(isAtOnce)
    }
    this.#hold(waiting, once)
    return () => once(false)
  }

  #hold(waiting: Waiting | undefined, act: (isAtOnce: boolean) => void): void {
    if (waiting === undefined) return
    waiting.add(act)
    this.#open.add(1)
  }

  /** False where it has been done before. */
  #release(waiting: Waiting | undefined, act: (isAtOnce: boolean) => void): boolean {
    if (waiting?.delete(act) !== true) return false
    this.#open.add(-1)
    return true
  }
}
