import type { EventName } from '../../renderer-types/contract/index.ts'
import { flowControl, itemKinds } from '../../renderer-types/wire.ts'
import type { DatagramRecord, DownMessage, EventRecord, Stream } from '../../renderer-types/wire.ts'
import type { Limits } from '../types.ts'
import type { Outcome } from '../outcome.ts'
import type { Receipt } from './credit.ts'
import { Credit, keyOf } from './credit.ts'
import { PendingData } from './pending-data.ts'
import { PiecePool } from './piece-pool.ts'
import type { WaitingItem } from './waiting-item.ts'
import { isOpenSent, toItem, toReceipt } from './waiting-item.ts'

/** The port of one document. The document, its frame or its process may go at any time: posting then does nothing. */
export interface PagePort {
  post: (message: DownMessage) => void
  close: () => void
}

/** Items. An answer and the data that follow it are fewer: a round trip must not wait. */
const crowd = 3

/** Bytes that are worth a message of their own. */
const bulkLength = 32 * 1024

/** Things in the lists of answers that wait. */
const maxListed = 65_536

const pool = new PiecePool()

/** One document that has the API: what it listens to, and what it was sent and has not dealt with yet. */
export class Page {
  /** Its address when it was loaded. */
  readonly url: string
  readonly #port: PagePort
  readonly #limits: Limits
  readonly #interests = new Set<EventName>()
  readonly #credit: Credit
  #outbox: WaitingItem[] = []
  /** Answers in it that have no item of their own. */
  #moreAnswers = 0
  #flushQueued = false
  /** Items of the message before. */
  #lastItems = 0
  #pendingCalls = 0
  /** Sockets, interfaces or groups in answers that wait. */
  #listed = 0
  /** Since when the page deals with the message it was sent first of those it has. */
  #busySince = 0

  constructor(port: PagePort, limits: Limits, url: string) {
    this.#port = port
    this.#limits = limits
    this.#credit = new Credit(limits.unreadBytes)
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
    if (outcome.ok) this.#post([itemKinds.done, id, ...outcome.args])
    else this.#post({ kind: 'failure', id, args: outcome.args, error: outcome.message })
  }

  /** Answers a `tcp.send` whose bytes have all been taken. */
  postSent(callId: number, bytesSent: number): void {
    const last = this.#outbox.at(-1)
    if (!isOpenSent(last) || last[1] + last.length - 2 !== callId)
      return this.#post([itemKinds.sent, callId, bytesSent])
    last.push(bytesSent)
    this.#moreAnswers += 1
  }

  postAccept(socketId: number, clientSocketId: number): void {
    this.#post([itemKinds.accept, socketId, clientSocketId])
  }

  postEvent(event: EventRecord): void {
    this.#post(event)
  }

  /** Copies the data. Successive reads of one socket become one. */
  postData(socketId: number, bufferSize: number, data: Uint8Array): void {
    this.#credit.take({ key: keyOf('tcp', socketId), bytes: data.byteLength })
    let left = data
    while (left.byteLength > 0) left = this.#openData(socketId, bufferSize).add(left)
  }

  postDatagram(record: DatagramRecord): void {
    const receipt = toReceipt(record)
    if (receipt !== undefined) this.#credit.take(receipt)
    this.#post(record)
  }

  /** True when the page must deal with something before it is told more. */
  get isFull(): boolean {
    return this.#credit.isSpent || this.#outbox.length >= flowControl.waitingItems
  }

  /** True when the page has dealt with nothing for so long that others need not wait for it. */
  get isStuck(): boolean {
    return this.#credit.openMessages > 0 && performance.now() - this.#busySince > flowControl.patience
  }

  /** True when the page goes on calling and takes none of the answers. */
  get isDrowning(): boolean {
    const most = Math.max(4 * this.#limits.pendingCalls, 8 * flowControl.waitingItems)
    return this.#credit.openMessages > 0 && this.#outbox.length + this.#moreAnswers > most
  }

  /**
   * False when answers that list many things are too much for one turn: a page could keep the main process busy, and
   * fill its memory, with few calls. The first one may be of any length.
   */
  chargeList(length: number): boolean {
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
    this.#busySince = performance.now()
    if (this.#outbox.length > 0) this.#queueFlush()
  }

  /** Says good-bye: the page answers its pending calls itself. */
  end(): void {
    this.#outbox.push({ kind: 'end' })
    while (this.#outbox.length > 0) this.#postMessage()
    this.#port.close()
  }

  #openData(socketId: number, bufferSize: number): PendingData {
    const last = this.#outbox.at(-1)
    if (last instanceof PendingData && last.accepts(socketId, bufferSize)) return last
    const opened = new PendingData(socketId, bufferSize, pool)
    this.#post(opened)
    return opened
  }

  /** Within one turn of the event loop everything goes in one message. */
  #post(item: WaitingItem): void {
    this.#outbox.push(item)
    this.#queueFlush()
  }

  #queueFlush(): void {
    if (this.#flushQueued) return
    this.#flushQueued = true
    const defer = this.#isCrowded ? setImmediate : queueMicrotask
    defer(() => this.#flush())
  }

  /** A lone item goes at once. Where the last message was a crowd, the next one waits for it: one turn of the loop. */
  get #isCrowded(): boolean {
    return this.#lastItems >= crowd && this.#credit.waitingBytes < bulkLength
  }

  #flush(): void {
    this.#flushQueued = false
    while (this.#outbox.length > 0 && this.#mayPost) this.#postMessage()
  }

  /** While the page is busy with a message the next one grows, until it is as large as one gets. */
  get #mayPost(): boolean {
    const { openMessages, openBytes, waitingBytes } = this.#credit
    if (openMessages === 0) return true
    return waitingBytes >= flowControl.messageBytes && openBytes < flowControl.openBytes
  }

  #postMessage(): void {
    const receipts: Receipt[] = []
    const items = this.#takeItems(receipts)
    this.#lastItems = items.length
    if (this.#credit.openMessages === 0) this.#busySince = performance.now()
    if (receipts.length > 0) this.#credit.open(receipts)
    if (this.#outbox.length === 0) this.#listed = 0
    this.#port.post([receipts.length > 0, ...items.map(toItem)])
    for (const item of items) {
      if (item instanceof PendingData) item.release()
      else if (isOpenSent(item)) this.#moreAnswers -= item.length - 3
    }
  }

  #takeItems(receipts: Receipt[]): WaitingItem[] {
    let bytes = 0
    let count = 0
    for (const item of this.#outbox) {
      const receipt = toReceipt(item)
      bytes += receipt?.bytes ?? 0
      if (count > 0 && (bytes > flowControl.messageBytes || count === flowControl.messageItems)) break
      if (receipt !== undefined) receipts.push(receipt)
      count += 1
    }
    return this.#outbox.splice(0, count)
  }
}
