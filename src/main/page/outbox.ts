import { flowControl, itemKinds } from '../../renderer-types/wire.ts'
import type { DownItem, DownMessage } from '../../renderer-types/wire.ts'
import type { Answer } from './answer.ts'
import type { Credit, Receipt } from './credit.ts'
import type { Hearing } from './hearing.ts'
import { PendingData } from './pending-data.ts'
import { PiecePool } from './piece-pool.ts'
import type { WaitingItem } from './waiting-item.ts'
import { countAnswers, isOpenSent, sentCost, toItem, toReceipt } from './waiting-item.ts'

/** Items of a message after which the next one waits. An answer and the data that follow it are fewer. */
const batchItems = 3

/** Bytes that are worth a message of their own. */
const bulkLength = 32 * 1024

/** Bytes of an answer: so many of all calls that may wait are no more than the others may have. */
const smallAnswer = 256

const pool = new PiecePool()

/** What a page is yet to be told, and when it goes: within one turn of the event loop everything in one message. */
export class Outbox {
  readonly #post: (message: DownMessage) => void
  readonly #credit: Credit
  readonly #hearing: Hearing
  #items: WaitingItem[] = []
  #answers = 0
  #answerBytes = 0
  #flushQueued = false
  #hasEnded = false
  /** Items of the message before. */
  #lastItems = 0
  /** Since when the page deals with the message it was sent first of those it has. */
  #busySince = 0

  constructor(post: (message: DownMessage) => void, credit: Credit, hearing: Hearing) {
    this.#post = post
    this.#credit = credit
    this.#hearing = hearing
  }

  get length(): number {
    return this.#items.length
  }

  /** True when so many answers wait, or such long ones, that no more are to be asked for. */
  get hasBacklog(): boolean {
    return this.#answers >= flowControl.answers || this.#answerBytes >= flowControl.answerBytes
  }

  /** False where that much more is too much; a single one never is, nor what says no more than what has become of something. */
  hasRoomFor({ bytes }: Answer): boolean {
    if (bytes <= smallAnswer || this.#answerBytes === 0) return true
    return this.#answerBytes + bytes <= flowControl.mostAnswerBytes
  }

  /** Milliseconds for which the page has dealt with nothing. */
  get silence(): number {
    return this.#credit.openMessages === 0 ? 0 : performance.now() - this.#busySince
  }

  /** What is charged already: see {@link toReceipt}. */
  add(item: WaitingItem): void {
    if (this.#hasEnded) return
    this.#items.push(item)
    this.#queueFlush()
  }

  addAnswer(answer: Answer): void {
    if (this.#hasEnded) return
    this.#countAnswers(1, answer.bytes)
    if (answer.receipt !== undefined) this.#credit.charge(answer.receipt)
    this.add(answer)
  }

  /** Answers a `tcp.send` whose bytes have all been taken. */
  addSent(callId: number, bytesSent: number): void {
    this.#countAnswers(1, sentCost)
    const last = this.#items.at(-1)
    if (!isOpenSent(last) || last[1] + last.length - 2 !== callId)
      return this.add([itemKinds.sent, callId, bytesSent])
    last.push(bytesSent)
  }

  /** Copies the data. Successive reads of one socket become one. */
  addData(socketId: number, bufferSize: number, data: Uint8Array): void {
    let left = data
    while (left.byteLength > 0) left = this.#openData(socketId, bufferSize).add(left)
  }

  /** A message of the page was dealt with. It is told with the next one, or when it may not say much more. */
  noteHeard(): void {
    if (this.#hearing.isDue) this.#queueFlush()
  }

  /** The page has dealt with something: what waited for that goes. */
  resume(): void {
    this.#busySince = performance.now()
    if (this.#items.length > 0) this.#queueFlush()
  }

  /** Everything that waits goes now, whether the page is busy or not; what is added later goes nowhere. */
  end(): void {
    while (this.#items.length > 0) this.#postMessage()
    this.#hasEnded = true
  }

  #countAnswers(answers: number, bytes: number): void {
    this.#answers += answers
    this.#answerBytes += bytes
  }

  #openData(socketId: number, bufferSize: number): PendingData {
    const last = this.#items.at(-1)
    if (last instanceof PendingData && last.accepts(socketId, bufferSize)) return last
    const opened = new PendingData(socketId, bufferSize, pool)
    this.add(opened)
    return opened
  }

  #queueFlush(): void {
    if (this.#flushQueued) return
    this.#flushQueued = true
    const defer = this.#isBatch ? setImmediate : queueMicrotask
    defer(() => this.#flush())
  }

  /** A lone item goes at once. Where the last message was a batch, the next one waits for it: one turn of the loop. */
  get #isBatch(): boolean {
    return this.#lastItems >= batchItems && this.#credit.waitingBytes < bulkLength
  }

  #flush(): void {
    this.#flushQueued = false
    while (this.#items.length > 0 && this.#mayPost) this.#postMessage()
    if (this.#hearing.isDue) this.#post([false, ...this.#takeHeard()])
  }

  #takeHeard(): DownItem[] {
    const heard = this.#hearing.take()
    return heard === undefined ? [] : [heard]
  }

  /** While the page is busy with a message the next one grows, until it is as large as one gets. */
  get #mayPost(): boolean {
    const { openMessages, openBytes, waitingBytes } = this.#credit
    if (openMessages === 0) return true
    return waitingBytes >= flowControl.messageBytes && openBytes < flowControl.openBytes
  }

  #postMessage(): void {
    const receipts: Receipt[] = []
    const items = this.#cutItems(receipts)
    this.#lastItems = items.length
    if (this.#credit.openMessages === 0) this.#busySince = performance.now()
    if (receipts.length > 0) this.#credit.open(receipts)
    this.#post([receipts.length > 0, ...this.#takeHeard(), ...items.map(toItem)])
    for (const item of items) if (item instanceof PendingData) item.release()
  }

  /** The items of one message, and what they count until the page has dealt with them. */
  #cutItems(receipts: Receipt[]): WaitingItem[] {
    let bytes = 0
    let count = 0
    for (const item of this.#items) {
      const receipt = toReceipt(item)
      const answer = countAnswers(item)
      bytes += receipt?.bytes ?? answer.bytes
      if (count > 0 && (bytes > flowControl.messageBytes || count === flowControl.messageItems)) break
      if (receipt !== undefined) receipts.push(receipt)
      this.#countAnswers(-answer.answers, -answer.bytes)
      count += 1
    }
    return this.#items.splice(0, count)
  }
}
