import type { Item, Message } from './parse-message.ts'

function countBytes({ payload }: Message): number {
  return payload.isDropped ? 0 : payload.byteLength
}

/** What a page has said and what has not been carried out yet. */
export class Inbox {
  readonly #messages: Message[] = []
  /** The next item of the first message. */
  #at = 0
  #size = 0
  #bytes = 0
  readonly #maxBytes: number

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes
  }

  /** Calls, sends and changes of interest. */
  get size(): number {
    return this.#size
  }

  /** Bytes that are more than the whole app may have sent are not kept: their sends will fail. */
  add(message: Message): void {
    if (message.items.length === 0) return
    if (this.#bytes + message.payload.byteLength > this.#maxBytes) message.payload.drop()
    this.#bytes += countBytes(message)
    this.#size += message.size
    this.#messages.push(message)
  }

  next(): Item | undefined {
    const [message] = this.#messages
    const item = message?.items[this.#at]
    if (message === undefined || item === undefined) return undefined
    this.#at += 1
    this.#size -= item.kind === 'sends' ? item.calls.length : 1
    if (this.#at === message.items.length) this.#removeFirst(message)
    return item
  }

  clear(): void {
    this.#messages.length = 0
    this.#at = 0
    this.#size = 0
    this.#bytes = 0
  }

  #removeFirst(message: Message): void {
    this.#messages.shift()
    this.#at = 0
    this.#bytes -= countBytes(message)
  }
}
