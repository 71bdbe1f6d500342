export interface Identified {
  readonly id: number
}

export interface TableOptions<S> {
  /** Sockets that there may be at a time. */
  readonly limit: number
  /** Called for each socket before it is removed. */
  readonly onRemove: (socket: S) => void
  /** Called when a full table has room again. */
  readonly onRoom?: () => void
}

/** The sockets of one API in one app. Ids begin with 1 and are never used again. */
export class SocketTable<S extends Identified> {
  readonly #options: TableOptions<S>
  readonly #sockets = new Map<number, S>()
  /** Not to be found any more; they take room until they are removed. */
  readonly #retired = new Set<S>()
  #nextId = 1

  constructor(options: TableOptions<S>) {
    this.#options = options
  }

  get size(): number {
    return this.#sockets.size + this.#retired.size
  }

  get isFull(): boolean {
    return this.size >= this.#options.limit
  }

  /** Undefined when there are too many already. */
  add<T extends S>(create: (id: number) => T): T | undefined {
    if (this.isFull) return undefined
    const socket = create(this.#nextId)
    this.#nextId += 1
    this.#sockets.set(socket.id, socket)
    return socket
  }

  get(id: number): S | undefined {
    return this.#sockets.get(id)
  }

  has(socket: S): boolean {
    return this.#sockets.get(socket.id) === socket
  }

  remove(socket: S): void {
    if (!this.has(socket) && !this.#retired.has(socket)) return
    const wasFull = this.isFull
    this.#options.onRemove(socket)
    if (!this.#retired.delete(socket)) this.#sockets.delete(socket.id)
    if (wasFull) this.#options.onRoom?.()
  }

  /** Removes those that a condition holds for, and returns them. */
  removeAll(condition: (socket: S) => boolean): S[] {
    const removed = this.list().filter(condition)
    for (const socket of removed) this.remove(socket)
    return removed
  }

  /** Finds those no more that a condition holds for, and returns them: they are still to be removed. */
  retireAll(condition: (socket: S) => boolean): S[] {
    const retired = this.list().filter(condition)
    for (const socket of retired) {
      this.#sockets.delete(socket.id)
      this.#retired.add(socket)
    }
    return retired
  }

  /** A copy: sockets may be removed while it is walked. */
  list(): S[] {
    return [...this.#sockets.values()]
  }
}
