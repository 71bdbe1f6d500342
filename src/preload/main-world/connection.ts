import type { DownRecord, UpRecord } from '../../renderer-types/wire.ts'
import { append, primordials } from './primordials.ts'

const { postMessage, queueMicrotask } = primordials

/** The page's end of the port: everything said in one turn goes in one message. */
export class Connection {
  readonly #port: MessagePort
  #outbox: UpRecord[] = []
  #flushQueued = false

  constructor(port: MessagePort, receive: (records: readonly DownRecord[]) => void) {
    this.#port = port
    port.onmessage = ({ data }: MessageEvent<readonly DownRecord[]>) => receive(data)
  }

  send(record: UpRecord): void {
    append(this.#outbox, record)
    if (this.#flushQueued) return
    this.#flushQueued = true
    queueMicrotask(() => this.#flush())
  }

  #flush(): void {
    const records = this.#outbox
    this.#outbox = []
    this.#flushQueued = false
    postMessage(this.#port, records)
  }
}
