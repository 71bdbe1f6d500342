import type net from 'node:net'

/** Milliseconds that a closed socket may go on sending what was given to `send` before. */
const lingerLimit = 30_000

/** Sockets that the page has closed and that still send: they have no id any more, but hold a descriptor. */
export class LingeringSockets {
  readonly #sockets = new Set<net.Socket>()

  /** Sends what is waiting, then closes. A peer that does not read is cut off after a while. */
  add(socket: net.Socket): void {
    if (socket.destroyed) return
    this.#sockets.add(socket)
    const timer = setTimeout(() => socket.destroy(), lingerLimit)
    timer.unref()
    socket.once('close', () => {
      clearTimeout(timer)
      this.#sockets.delete(socket)
    })
    socket.end(() => socket.destroy())
  }

  /** Closes all at once: nothing more is sent. */
  destroy(): void {
    for (const socket of this.#sockets) socket.destroy()
  }
}
