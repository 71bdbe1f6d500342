import type { SendItem, UpMessage, UpRecord } from '../../renderer-types/wire.ts'
import { append, primordials } from './primordials.ts'

const { isArray } = primordials

type Said = UpRecord | SendItem

interface Link {
  message: UpMessage
  /** Those of it that count against the write quota. */
  bytes: number
  /** It goes on with a send. */
  readonly goesOn: boolean
  next: Link | undefined
}

const isSends = (item: Said): item is SendItem => isArray(item)

function isOfSends(message: UpMessage): boolean {
  for (let i = 2; i < message.length; i += 1) {
    const item = message[i] as Said
    if (!isSends(item) && item.kind !== 'part' && item.kind !== 'withdrawal') return false
  }
  return true
}

function isOfSocket(message: UpMessage, socketId: number): boolean {
  for (let i = 2; i < message.length; i += 1) {
    const item = message[i] as Said
    if ((isSends(item) ? item[1] : item.kind === 'part' && item.socketId) !== socketId) return false
  }
  return true
}

function withdraw(item: Said): Said {
  if (isSends(item)) return { kind: 'withdrawal', id: item[0], socketId: item[1], calls: item.length - 2 }
  return item.kind === 'part' ? { kind: 'withdrawal', id: item.id, socketId: item.socketId, calls: 1 } : item
}

function withdrawAll(message: UpMessage): UpMessage {
  const withdrawals: [number, undefined, ...Said[]] = [message[0], undefined]
  for (let i = 2; i < message.length; i += 1)
    append<UpMessage[number]>(withdrawals, withdraw(message[i] as Said))
  return withdrawals
}

/** What the page has said and what waits until the main process has dealt with what was said before. */
export class Backlog {
  #first: Link | undefined
  #last: Link | undefined
  #bytes = 0

  get isEmpty(): boolean {
    return this.#first === undefined
  }

  /** Bytes to be sent. */
  get bytes(): number {
    return this.#bytes
  }

  add(message: UpMessage, bytes: number, goesOn = false): void {
    const link = { message, bytes, goesOn, next: undefined }
    this.#bytes += bytes
    if (this.#first === undefined || this.#last === undefined) this.#first = link
    else this.#last.next = link
    this.#last = link
  }

  take(): UpMessage | undefined {
    const link = this.#first
    if (link === undefined) return undefined
    this.#first = link.next
    link.next = undefined
    this.#bytes -= link.bytes
    return link.message
  }

  /** A send was answered: the rest of its parts is not said. */
  giveUp(callId: number): void {
    const record = this.#first?.message[2]
    if (record === undefined || isSends(record) || record.kind !== 'part' || record.id !== callId) return
    this.#withdraw(this.#first as Link)
  }

  /** The socket takes nothing any more: sends that wait for it go without their bytes, to be answered in their order. */
  giveUpSocket(socketId: number): void {
    for (let link = this.#first; link !== undefined && isOfSends(link.message); link = link.next)
      if (isOfSocket(link.message, socketId)) this.#withdraw(link)
  }

  /** The rest of a send in parts goes with its next one. */
  #withdraw(link: Link): void {
    link.message = withdrawAll(link.message)
    this.#bytes -= link.bytes
    link.bytes = 0
    while (link.next?.goesOn === true) {
      this.#bytes -= link.next.bytes
      link.next = link.next.next
    }
    if (link.next === undefined) this.#last = link
  }
}
