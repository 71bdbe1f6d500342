/** Bytes: the connection's number, the message's number, and a checksum over all messages up to this one. */
export const messageSize = 12

function mix(checksum: number, number: number): number {
  return Math.imul(checksum ^ number, 16_777_619) >>> 0
}

/** The messages of one direction of a connection. */
export class SequenceWriter {
  readonly #connection: number
  #next = 0
  #checksum: number

  constructor(connection: number) {
    this.#connection = connection
    this.#checksum = mix(connection, 2_166_136_261)
  }

  take(): Uint8Array<ArrayBuffer> {
    this.#checksum = mix(this.#checksum, this.#next)
    const message = Uint32Array.of(this.#connection, this.#next, this.#checksum)
    this.#next += 1
    return new Uint8Array(message.buffer)
  }
}

/** Finds whatever is lost, doubled, reordered, changed, or another connection's. */
export class SequenceReader {
  readonly #message = new Uint8Array(messageSize)
  #filled = 0
  #expected: SequenceWriter | undefined
  connection: number | undefined
  received = 0
  failure: string | undefined

  /** Without the number of the connection the first message tells it. */
  constructor(connection?: number) {
    if (connection !== undefined) this.#begin(connection)
  }

  /** Returns how many messages are complete with these bytes. */
  read(bytes: Uint8Array): number {
    const before = this.received
    for (let done = 0; done < bytes.length && this.failure === undefined;) {
      const part = bytes.subarray(done, done + messageSize - this.#filled)
      this.#message.set(part, this.#filled)
      this.#filled += part.length
      done += part.length
      if (this.#filled === messageSize) this.#check()
    }
    return this.received - before
  }

  #begin(connection: number): SequenceWriter {
    this.connection = connection
    this.#expected = new SequenceWriter(connection)
    return this.#expected
  }

  #check(): void {
    this.#filled = 0
    const [connection = 0, number = 0] = new Uint32Array(this.#message.buffer)
    const wanted = (this.#expected ?? this.#begin(connection)).take()
    if (wanted.every((byte, index) => byte === this.#message[index])) this.received += 1
    else
      this.failure = `message ${this.received} of connection ${this.connection} came as ${number} of ${connection}`
  }
}
