import type { EventName } from '../../renderer-types/contract/index.ts'
import { flowControl, itemKinds } from '../../renderer-types/wire.ts'
import type { DatagramRecord, DownMessage, EventRecord, Stream } from '../../renderer-types/wire.ts'
import type { Limits } from '../types.ts'
import type { Outcome } from '../outcome.ts'
import { Credit, keyOf } from './credit.ts'
import { Outbox } from './outbox.ts'
import { toReceipt } from './waiting-item.ts'

/** The port of one document. The document, its frame or its process may go at any time: posting then does nothing. */
export interface PagePort {
  post: (message: DownMessage) => void
  close: () => void
}

/** Things in the lists of answers that wait. */
const maxListed = 65_536

/** One document that has the API: what it listens to, what it waits for, and what it has yet to deal with. */
export class Page {
  /** Its address when it was loaded. */
  readonly url: string
  readonly #port: PagePort
  readonly #limits: Limits
  readonly #interests = new Set<EventName>()
  readonly #credit: Credit
  readonly #outbox: Outbox
  #pendingCalls = 0
  /** Sockets, interfaces or groups in answers that wait. */
  #listed = 0

  constructor(port: PagePort, limits: Limits, url: string) {
    this.#port = port
    this.#limits = limits
    this.#credit = new Credit(limits.unreadBytes)
    this.#outbox = new Outbox(port.post, this.#credit)
    this.url = url
  }

  listensTo(event: EventName): boolean {
    return this.#interests.has(event)
  }

  setInterest(event: EventName, listening: boolean): void {
    if (listening) this.#interests.add(event)
    else this.#interests.delete(event)
  }

  /** False when too many calls wait for their answer already. */
  beginCalls(calls: number): boolean {
    if (this.#pendingCalls + calls > this.#limits.pendingCalls) return false
    this.#pendingCalls += calls
    return true
  }

  endCalls(calls: number): void {
    this.#pendingCalls -= calls
  }

  reply(id: number, outcome: Outcome): void {
    if (outcome.ok) this.#outbox.add([itemKinds.done, id, ...outcome.args])
    else this.#outbox.add({ kind: 'failure', id, args: outcome.args, error: outcome.message })
  }

  /** Answers a `tcp.send` whose bytes have all been taken. */
  postSent(callId: number, bytesSent: number): void {
    this.#outbox.addSent(callId, bytesSent)
  }

  postAccept(socketId: number, clientSocketId: number): void {
    this.#outbox.add([itemKinds.accept, socketId, clientSocketId])
  }

  postEvent(event: EventRecord): void {
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

  /** True when the page goes on calling and takes none of the answers. */
  get takesNoAnswers(): boolean {
    const most = Math.max(4 * this.#limits.pendingCalls, 8 * flowControl.waitingItems)
    return this.#credit.openMessages > 0 && this.#outbox.size > most
  }

  /**
   * False when answers that list many things are too much for one turn: a page could keep the main process busy, and
   * fill its memory, with few calls. The first one may be of any length.
   */
  chargeList(length: number): boolean {
    if (this.#outbox.length === 0) this.#listed = 0
    if (this.#listed > 0 && this.#listed + length > maxListed) return false
    this.#listed += length
    return true
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
    this.#outbox.flushAll()
    this.#port.close()
  }
}
