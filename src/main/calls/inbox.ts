import type { Item, Message } from './parse-message.ts'

/** What a page has said and what has not been carried out yet. */
export class Inbox {
  readonly #messages: Message[] = []
  /** The next item of the first message. */
  #at = 0

  add(message: Message): void {
    this.#messages.push(message)
  }

  next(): Item | undefined {
    const item = this.#messages[0]?.items[this.#at]
    if (item !== undefined) this.#at += 1
    return item
  }

  /** True when nothing is left of the message of the last item, which is forgotten then. */
  takeEnd(): boolean {
    const [message] = this.#messages
    if (message === undefined || this.#at < message.items.length) return false
    this.#messages.shift()
    this.#at = 0
    return true
  }

  clear(): void {
    this.#messages.length = 0
    this.#at = 0
  }
}
