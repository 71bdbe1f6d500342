export interface Datagram {
  readonly data: Buffer
  readonly remoteAddress: string
  readonly remotePort: number
}

/** Bytes that may wait, about what the kernel would hold; what comes on top is lost, as UDP has it. */
const limit = 256 * 1024

/** Empty datagrams take room, too. */
const costOf = ({ data }: Datagram): number => data.byteLength + 128

/** Datagrams that have come and that nobody has taken yet. */
export class DatagramQueue {
  readonly #waiting: Datagram[] = []
  #cost = 0

  /** The one that is next; undefined when there is none. */
  get first(): Datagram | undefined {
    return this.#waiting[0]
  }

  get bytes(): number {
    return this.#waiting.reduce((sum, { data }) => sum + data.byteLength, 0)
  }

  push(datagram: Datagram): void {
    const cost = costOf(datagram)
    if (this.#cost + cost > limit) return
    this.#waiting.push(datagram)
    this.#cost += cost
  }

  shift(): Datagram | undefined {
    const datagram = this.#waiting.shift()
    if (datagram !== undefined) this.#cost -= costOf(datagram)
    return datagram
  }
}
