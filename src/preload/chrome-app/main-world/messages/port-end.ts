/** What a page does with what comes to its end of a connection. */
export interface PortListener {
  readonly message: (body: string) => void
  /** At once: what is on its way comes before, and nothing waits for its turn. */
  readonly disconnected: (error?: string, isAtOnce?: boolean) => void
}

/**
 * One end of a connection between pages. The end that was opened by `connect` may have several at its other side; each
 * of those has one.
 */
export class PortEnd {
  readonly #peers = new Set<PortEnd>()
  readonly #onClosed: (end: PortEnd) => void
  #listener: PortListener | undefined
  #isOpen = true

  constructor(onClosed: (end: PortEnd) => void) {
    this.#onClosed = onClosed
  }

  get isOpen(): boolean {
    return this.#isOpen
  }

  join(peer: PortEnd): void {
    this.#peers.add(peer)
    peer.#peers.add(this)
  }

  listen(listener: PortListener): void {
    this.#listener = listener
  }

  post(body: string): void {
    for (const peer of this.#peers) peer.#listener?.message(body)
  }

  /** The other side is told, this one is not; with it ends what the others at this side have. */
  disconnect(): void {
    for (const peer of this.#peers) peer.end()
    this.#close()
  }

  /** Its page has gone: the other side is told when the last one has. */
  leave(isAtOnce = false): void {
    for (const peer of this.#peers) peer.#lose(this, isAtOnce)
    // It stays open, as in Chrome: what its page says in its last moment is lost, and nothing throws.
    this.#peers.clear()
  }

  #lose(peer: PortEnd, isAtOnce: boolean): void {
    this.#peers.delete(peer)
    if (this.#peers.size === 0) this.end(undefined, isAtOnce)
  }

  /** There is nobody at the other side any more, or, with an error, there has never been anybody. */
  end(error?: string, isAtOnce = false): void {
    this.#listener?.disconnected(error, isAtOnce)
    this.#close()
  }

  #close(): void {
    if (!this.#isOpen) return
    this.#isOpen = false
    // Others at the other side may still be open: they have nobody to speak to any more.
    for (const peer of this.#peers) peer.#peers.delete(this)
    this.#peers.clear()
    this.#onClosed(this)
  }
}
