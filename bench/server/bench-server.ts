import type { Mode } from './modes/index.ts'
import { modes } from './modes/index.ts'
import type { ModeEvents, Sized } from './modes/mode.ts'
import type { SocketEvents, SocketHost } from './socket-host.ts'

/** The measured server: the same one in every page, and without a page in main. */
export class BenchServer<C, D extends Sized> {
  readonly #host: SocketHost<C, D>
  readonly #open = new Set<C>()
  #accepted = 0

  constructor(host: SocketHost<C, D>) {
    const close = (connection: C): void => {
      if (this.#open.delete(connection)) host.close(connection)
    }
    this.#host = { ...host, close }
  }

  /** Opens a server and returns its port. */
  start(mode: Mode, bufferSize?: number): Promise<number> {
    this.#accepted = 0
    return this.#host.listen(this.#makeEvents(modes[mode](this.#host)), bufferSize)
  }

  /** How many connections were accepted since the start. */
  report(): number {
    return this.#accepted
  }

  async stop(): Promise<void> {
    await this.#host.stop()
    for (const connection of this.#open) this.#host.close(connection)
  }

  #makeEvents(own: ModeEvents<C, D>): SocketEvents<C, D> {
    return {
      accept: (connection) => {
        this.#accepted += 1
        this.#open.add(connection)
      },
      receive: own.receive ?? (() => {}),
      end: (connection) => {
        own.end?.(connection)
        this.#host.close(connection)
      },
    }
  }
}
