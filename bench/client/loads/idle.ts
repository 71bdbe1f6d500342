import type net from 'node:net'
import { connectBriefly } from '../connect.ts'

const atOnce = 64

/** Connections that stay and do nothing. */
export class IdleConnections {
  readonly #sockets: net.Socket[] = []
  #lost = 0

  async open(port: number, count: number): Promise<void> {
    let left = count
    const run = async (): Promise<void> => {
      while (left > 0) {
        left -= 1
        const { socket, closed } = await connectBriefly(port, () => {})
        this.#sockets.push(socket)
        closed.catch(() => {}).finally(() => (this.#lost += 1))
      }
    }
    await Promise.all(Array.from({ length: atOnce }, run))
  }

  /** How many were closed by the other side. */
  countLost(): number {
    return this.#lost
  }

  close(): void {
    for (const socket of this.#sockets.splice(0)) socket.destroy()
  }
}
