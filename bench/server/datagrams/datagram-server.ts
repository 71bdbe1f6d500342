import type { Sized } from '../modes/mode.ts'
import type { SocketHost } from '../socket-host.ts'
import { DatagramReader } from './datagram.ts'
import { Flood } from './flood.ts'

/** What is done with a UDP socket: count what comes, send it back, or send to a port as much as goes. */
export type DatagramMode = 'count' | 'echo' | 'flood'

export interface DatagramReport {
  /** Milliseconds by the clock of whoever counts. */
  readonly at: number
  readonly received: number
  readonly sent: number
  readonly failure: string | undefined
}

/** The measured UDP socket. */
export class DatagramServer<C, D extends Sized> {
  readonly #host: SocketHost<C, D>
  #reader = new DatagramReader()
  #flood: Flood | undefined

  constructor(host: SocketHost<C, D>) {
    this.#host = host
  }

  /** Opens a socket and returns its port; a flood goes to the given one. */
  async open(mode: DatagramMode, to = 0): Promise<number> {
    const datagrams = this.#datagrams
    const reader = new DatagramReader()
    this.#reader = reader
    this.#flood = undefined
    const port = await datagrams.bind((data, from) => {
      if (mode === 'echo') datagrams.send(data, from, () => {})
      else reader.read(this.#host.toBytes(data))
    })
    if (mode === 'flood')
      this.#flood = new Flood((bytes, sent) => datagrams.send(this.#host.toData(bytes), to, sent))
    return port
  }

  report(): DatagramReport {
    const { received, failure } = this.#reader
    return {
      at: performance.now(),
      received,
      sent: this.#flood?.sent ?? 0,
      failure: failure ?? this.#flood?.failure,
    }
  }

  /** Returns what has become of it in the end. */
  async close(): Promise<DatagramReport> {
    await this.#flood?.stop()
    await this.#datagrams.close()
    return this.report()
  }

  get #datagrams() {
    const { datagrams } = this.#host
    if (datagrams === undefined) throw new Error('there are no datagrams here')
    return datagrams
  }
}
