import type net from 'node:net'
import { connectBriefly } from '../../client/connect.ts'
import { SequenceReader, SequenceWriter } from '../../server/sequence.ts'

/** A connection that says numbered messages and checks the numbered answers. */
export class Talker {
  readonly #reader: SequenceReader
  readonly #writer: SequenceWriter
  #socket: net.Socket | undefined
  #sent = 0
  #target = 0
  #window = 1
  #finish: (error?: Error) => void = () => {}
  failure: Error | undefined

  constructor(connection: number) {
    this.#reader = new SequenceReader(connection)
    this.#writer = new SequenceWriter(connection)
  }

  get answered(): number {
    return this.#reader.received
  }

  async open(port: number): Promise<void> {
    const { closed, socket } = await connectBriefly(port, (data) => this.#take(data))
    this.#socket = socket
    closed.then(
      () => this.#fail(new Error('a connection was closed')),
      (error: Error) => this.#fail(error),
    )
  }

  /** Says so many messages, a few ahead of the answers; resolves with the last answer. */
  async talk(count: number, window: number): Promise<void> {
    if (this.failure !== undefined) throw this.failure
    this.#target += count
    this.#window = window
    const finished = new Promise<void>((resolve, reject) => {
      this.#finish = (error) => (error === undefined ? resolve() : reject(error))
    })
    this.#sayMore()
    await finished
  }

  close(): void {
    this.#finish = () => {}
    this.#socket?.destroy()
  }

  #sayMore(): void {
    const socket = this.#socket
    for (; this.#sent < this.#target && this.#sent - this.answered < this.#window; this.#sent += 1)
      socket?.write(this.#writer.take())
  }

  #take(data: Uint8Array): void {
    this.#reader.read(data)
    const { failure } = this.#reader
    if (failure !== undefined) return this.#fail(new Error(failure))
    if (this.answered > this.#sent) return this.#fail(new Error('more answers than messages'))
    if (this.answered === this.#target) this.#finish()
    else this.#sayMore()
  }

  #fail(error: Error): void {
    this.failure ??= error
    this.#finish(error)
  }
}

/** Opens so many, a few at once: a listener's backlog is not endless. */
export async function openTalkers(port: number, count: number): Promise<Talker[]> {
  const talkers = Array.from({ length: count }, (_, index) => new Talker(index))
  const left = talkers.values()
  const run = async (): Promise<void> => {
    for (const talker of left) await talker.open(port)
  }
  await Promise.all(Array.from({ length: 64 }, run))
  return talkers
}
