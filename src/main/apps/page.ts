import type { EventName } from '../../renderer-types/contract/index.ts'
import type { DataRecord, DatagramRecord, DownRecord, Stream } from '../../renderer-types/wire.ts'
import { flowControl } from '../../renderer-types/wire.ts'

/** The port of one document. The document, its frame or its process may go at any time: posting then does nothing. */
export interface PagePort {
  post: (records: readonly DownRecord[]) => void
  close: () => void
}

/** One document that has the API: what it listens to, and what it was sent and has not taken yet. */
export class Page {
  readonly #port: PagePort
  readonly #interests = new Set<EventName>()
  /** Bytes, by stream and socket id. */
  readonly #unacknowledged = new Map<string, number>()
  #unacknowledgedTotal = 0
  #outbox: DownRecord[] = []

  constructor(port: PagePort) {
    this.#port = port
  }

  listensTo(event: EventName): boolean {
    return this.#interests.has(event)
  }

  setInterest(event: EventName, listening: boolean): void {
    if (listening) this.#interests.add(event)
    else this.#interests.delete(event)
  }

  /** Within one turn of the event loop everything goes in one message. */
  post(record: DownRecord): void {
    this.#outbox.push(record)
    if (this.#outbox.length === 1) process.nextTick(() => this.#flush())
  }

  postData(stream: Stream, record: DataRecord | DatagramRecord): void {
    const key = `${stream} ${record.socketId}`
    this.#unacknowledged.set(key, (this.#unacknowledged.get(key) ?? 0) + record.data.byteLength)
    this.#unacknowledgedTotal += record.data.byteLength
    this.post(record)
  }

  /** True when the page must take something before it is sent more of any socket. */
  get isFull(): boolean {
    return this.#unacknowledgedTotal >= flowControl.pageWindow
  }

  hasCredit(stream: Stream, socketId: number): boolean {
    const sent = this.#unacknowledged.get(`${stream} ${socketId}`) ?? 0
    return !this.isFull && sent < flowControl.socketWindow
  }

  /** A page cannot acknowledge more than it was sent. */
  acknowledge(stream: Stream, socketId: number, bytes: number): void {
    const key = `${stream} ${socketId}`
    const sent = this.#unacknowledged.get(key) ?? 0
    const taken = Math.min(bytes, sent)
    this.#unacknowledgedTotal -= taken
    if (taken === sent) this.#unacknowledged.delete(key)
    else this.#unacknowledged.set(key, sent - taken)
  }

  /** Says good-bye: the page answers its pending calls itself. */
  end(): void {
    this.post({ kind: 'end' })
    this.#flush()
    this.#port.close()
  }

  #flush(): void {
    const records = this.#outbox
    this.#outbox = []
    if (records.length > 0) this.#port.post(records)
  }
}
