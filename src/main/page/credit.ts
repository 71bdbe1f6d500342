import { flowControl } from '../../renderer-types/wire.ts'
import type { Stream } from '../../renderer-types/wire.ts'

/** What an item of a message costs until the page has dealt with it. */
export interface Receipt {
  /** Sockets of both kinds have ids of their own: those of `udp` count downwards here. */
  readonly key: number
  readonly bytes: number
}

/** The key of what no socket has sent. */
export const nobodys = 0

export function keyOf(stream: Stream, socketId: number): number {
  return stream === 'tcp' ? socketId : -socketId
}

function getWindow(key: number): number {
  return key < 0 ? flowControl.datagramWindow : flowControl.socketWindow
}

/** What a page was promised or sent and has not dealt with: bytes by socket, and messages. */
export class Credit {
  readonly #limit: number
  readonly #bytes = new Map<number, number>()
  readonly #messages: (readonly Receipt[])[] = []
  /** Sockets that have used up their window and wait until half of it is free again. */
  readonly #spent = new Set<number>()
  #isSpent = false
  #total = 0
  #waitingBytes = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  get openMessages(): number {
    return this.#messages.length
  }

  get isSpent(): boolean {
    return this.#isSpent
  }

  get openBytes(): number {
    return this.#total - this.#waitingBytes
  }

  /** Bytes that were charged and are in no message yet. */
  get waitingBytes(): number {
    return this.#waitingBytes
  }

  has(key: number): boolean {
    return !this.#spent.has(key)
  }

  charge({ bytes, key }: Receipt): void {
    this.#total += bytes
    this.#waitingBytes += bytes
    const held = (this.#bytes.get(key) ?? 0) + bytes
    this.#bytes.set(key, held)
    if (held >= getWindow(key)) this.#spent.add(key)
    if (this.#total >= this.#limit) this.#isSpent = true
  }

  /** A message was posted; the page will say when it is through with it. */
  open(receipts: readonly Receipt[]): void {
    this.#messages.push(receipts)
    for (const { bytes } of receipts) this.#waitingBytes -= bytes
  }

  /** The page is through with that many messages. */
  close(messages: number): void {
    for (const receipts of this.#messages.splice(0, messages))
      for (const receipt of receipts) this.#giveBack(receipt)
  }

  #giveBack({ bytes, key }: Receipt): void {
    this.#total -= bytes
    const left = (this.#bytes.get(key) ?? 0) - bytes
    if (left > 0) this.#bytes.set(key, left)
    else this.#bytes.delete(key)
    if (left <= getWindow(key) / 2) this.#spent.delete(key)
    if (this.#total <= this.#limit / 2) this.#isSpent = false
  }
}
