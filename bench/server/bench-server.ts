import type { Mode } from './modes/index.ts'
import { modes } from './modes/index.ts'
import type { ModeEvents, Sized } from './modes/mode.ts'
import type { SocketEvents, SocketHost } from './socket-host.ts'

/** What is measured on connections: the same in every page, and without a page in main. */
export class BenchServer<C, D extends Sized> {
  readonly #host: SocketHost<C, D>
  readonly #open = new Set<C>()
  #isListening = false
  #accepted = 0

  constructor(host: SocketHost<C, D>) {
    const close = (connection: C): void => {
      if (this.#open.delete(connection)) host.close(connection)
    }
    this.#host = { ...host, close }
  }

  /** Opens a server and returns its port. */
  async start(mode: Mode, bufferSize?: number): Promise<number> {
    this.#accepted = 0
    const port = await this.#host.listen(this.#makeEvents(mode), bufferSize)
    this.#isListening = true
    return port
  }

  /** Does on a connection to a TLS server what the server does on those that it accepts. */
  async connectSecurely(mode: Mode, port: number): Promise<void> {
    if (this.#host.connectSecurely === undefined) throw new Error('there is no TLS here')
    await this.#host.connectSecurely(port, this.#makeEvents(mode))
  }

  /** How many connections were accepted since the start. */
  report(): number {
    return this.#accepted
  }

  async stop(): Promise<void> {
    if (this.#isListening) await this.#host.stop()
    this.#isListening = false
    for (const connection of this.#open) this.#host.close(connection)
  }

  #makeEvents(mode: Mode): SocketEvents<C, D> {
    const own: ModeEvents<C, D> = modes[mode](this.#host)
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
