import type net from 'node:net'
import type { Endpoints } from './endpoints.ts'

/** Milliseconds that a closed socket may go on sending what was given to `send` before. */
const lingerLimit = 30_000

/** Whose connection it was. */
export interface FormerOwner {
  readonly id: number
  readonly name: string
  readonly persistent: boolean
  readonly secured: boolean
  readonly known: Partial<Endpoints>
}

/** Sockets that the page has closed and that still send: they have no id any more, but hold a descriptor. */
export class LingeringSockets {
  readonly #sockets = new Map<net.Socket, FormerOwner>()

  /** Sends what is waiting, then closes. A peer that does not read is cut off after a while. */
  add(socket: net.Socket, owner: FormerOwner): void {
    if (socket.destroyed) return
    this.#sockets.set(socket, owner)
    const timer = setTimeout(() => socket.destroy(), lingerLimit)
    timer.unref()
    socket.once('close', () => {
      clearTimeout(timer)
      this.#sockets.delete(socket)
    })
    socket.end(() => socket.destroy())
  }

  get size(): number {
    return this.#sockets.size
  }

  list(): [net.Socket, FormerOwner][] {
    return [...this.#sockets]
  }

  /** Closes all at once: nothing more is sent. */
  destroy(): void {
    for (const socket of this.#sockets.keys()) socket.destroy()
  }
}
