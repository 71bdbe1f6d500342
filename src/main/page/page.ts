import { describeNetError, netErrors } from '../../renderer-types/net-errors.ts'
import { flowControl, itemKinds } from '../../renderer-types/wire.ts'
import type { SignalRecord } from '../../renderer-types/app-wire.ts'
import type {
  AnyEventName,
  DatagramRecord,
  DownMessage,
  EventRecord,
  Stream,
} from '../../renderer-types/wire.ts'
import { Budget } from '../memory/budget.ts'
import type { Limits } from '../types.ts'
import type { Outcome } from '../outcome.ts'
import { fail } from '../outcome.ts'
import { Answer } from './answer.ts'
import { Credit, keyOf } from './credit.ts'
import { Hearing } from './hearing.ts'
import { Outbox } from './outbox.ts'
import { toReceipt } from './waiting-item.ts'

/** Instead of an answer for which there is no room. */
const tooMuch = fail(describeNetError(netErrors.ERR_INSUFFICIENT_RESOURCES))

function toAnswer(id: number, outcome: Outcome): Answer {
  const { args } = outcome
  return outcome.ok
    ? new Answer([itemKinds.done, id, ...outcome.args], args)
    : new Answer({ kind: 'failure', id, args, error: outcome.message }, args)
}

/** The port of one document. The document, its frame or its process may go at any time: posting then does nothing. */
export interface PagePort {
  post: (message: DownMessage) => void
  close: () => void
}

/** Characters of the short texts of the calls of one page that wait for their answer. */
const maxCallTexts = 16 * 1024 * 1024

/** Where a document is. */
export interface PageOrigin {
  readonly url: string
  readonly windowId: number
  /** Of a frame inside of another page. */
  readonly frameId?: number
}

/** One document that has the API: what it listens to, what it waits for, and what it has yet to deal with. */
export class Page {
  /** That of the window that shows it. */
  readonly windowId: number
  /** That of the frame that shows it; undefined where it is the page of the window itself. */
  readonly frameId: number | undefined
  /** Its address when it was loaded. */
  readonly url: string
  readonly #port: PagePort
  readonly #limits: Limits
  readonly #interests = new Set<AnyEventName>()
  readonly #credit: Credit
  readonly #hearing = new Hearing()
  readonly #outbox: Outbox
  readonly #callTexts = new Budget(maxCallTexts)
  #pendingCalls = 0

  constructor(port: PagePort, limits: Limits, { frameId, url, windowId }: PageOrigin) {
    this.#port = port
    this.#limits = limits
    this.#credit = new Credit(limits.unreadBytes)
    this.#outbox = new Outbox(port.post, this.#credit, this.#hearing)
    this.url = url
    this.windowId = windowId
    this.frameId = frameId
  }

  listensTo(event: AnyEventName): boolean {
    return this.#interests.has(event)
  }

  setInterest(event: AnyEventName, listening: boolean): void {
    if (listening) this.#interests.add(event)
    else this.#interests.delete(event)
  }

  /** True while a call waits for its answer. */
  get hasPendingCalls(): boolean {
    return this.#pendingCalls > 0
  }

  /** False when too many calls wait for their answer already, or calls with too many characters. */
  beginCalls(calls: number, characters = 0): boolean {
    if (this.#pendingCalls + calls > this.#limits.pendingCalls) return false
    if (!this.#callTexts.take(characters)) return false
    this.#pendingCalls += calls
    return true
  }

  endCalls(calls: number, characters = 0): void {
    this.#pendingCalls -= calls
    this.#callTexts.giveBack(characters)
  }

  /** It says something; false where it should have waited until it is told that what it said was dealt with. */
  beginMessage(): boolean {
    return this.#hearing.begin()
  }

  endMessage(): void {
    this.#hearing.end()
    this.#outbox.noteHeard()
  }

  reply(id: number, outcome: Outcome): void {
    const answer = toAnswer(id, outcome)
    this.#outbox.addAnswer(this.#outbox.hasRoomFor(answer) ? answer : toAnswer(id, tooMuch))
  }

  /** Answers a `tcp.send` that the socket did not take. */
  replyUnsent(id: number, socketId: number, resultCode: number): void {
    const args = [{ resultCode }]
    const error = describeNetError(resultCode)
    this.#outbox.addAnswer(new Answer({ kind: 'failure', id, args, error, socketId }, args))
  }

  /** Answers a `tcp.send` whose bytes have all been taken. */
  postSent(callId: number, bytesSent: number): void {
    this.#outbox.addSent(callId, bytesSent)
  }

  postAccept(socketId: number, clientSocketId: number): void {
    this.#outbox.add([itemKinds.accept, socketId, clientSocketId])
  }

  postEvent(event: EventRecord | SignalRecord): void {
    const receipt = toReceipt(event)
    if (receipt !== undefined) this.#credit.charge(receipt)
    this.#outbox.add(event)
  }

  /** Copies the data. Successive reads of one socket become one. */
  postData(socketId: number, bufferSize: number, data: Uint8Array): void {
    this.#credit.charge({ key: keyOf('tcp', socketId), bytes: data.byteLength })
    this.#outbox.addData(socketId, bufferSize, data)
  }

  postDatagram(record: DatagramRecord): void {
    const receipt = toReceipt(record)
    if (receipt !== undefined) this.#credit.charge(receipt)
    this.#outbox.add(record)
  }

  /** True when the page must deal with something before it is told more. */
  get isFull(): boolean {
    return this.#credit.isSpent || this.#outbox.length >= flowControl.waitingItems
  }

  /** True when the page has dealt with nothing for so long that others need not wait for it. */
  get isStuck(): boolean {
    return this.#outbox.silence > flowControl.patience
  }

  /** True when the answers of what the page has called are so many, or so long, that its next calls must wait. */
  get hasBacklog(): boolean {
    return this.#outbox.hasBacklog
  }

  /** True until the page says that it has dealt with what it was told. */
  get isBusy(): boolean {
    return this.#credit.openMessages > 0
  }

  hasCredit(stream: Stream, socketId: number): boolean {
    return !this.isFull && this.#credit.has(keyOf(stream, socketId))
  }

  /** The page has dealt with that many messages more; it cannot have dealt with more than it was sent. */
  acknowledge(messages: number): void {
    this.#credit.close(messages)
    this.#outbox.resume()
  }

  /** Says good-bye: the page answers its pending calls itself. */
  end(): void {
    this.#outbox.add({ kind: 'end' })
    this.#outbox.end()
    this.#port.close()
  }
}
