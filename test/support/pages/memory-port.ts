import type { PagePort } from '../../../src/main/page/page.ts'
import type { DownMessage, EventRecord } from '../../../src/renderer-types/wire.ts'
import type { DataRecord, ReplyRecord, TestRecord } from './messages.ts'
import { readDownMessage } from './messages.ts'

/** A page's port whose page is a list: keeps what the main process has sent. */
export class MemoryPort implements PagePort {
  readonly messages: DownMessage[] = []
  closed = false
  /** Called for each message that asks for an acknowledgement. */
  onAsked: () => void = () => {}

  readonly post = (message: DownMessage): void => {
    // A real port clones, too: what is in the message may be used again.
    this.messages.push(structuredClone(message))
    if (message[0]) this.onAsked()
  }

  readonly close = (): void => {
    this.closed = true
  }

  get records(): TestRecord[] {
    return this.messages.flatMap(readDownMessage)
  }

  get events(): EventRecord[] {
    return this.records.filter((record) => record.kind === 'event')
  }

  get replies(): ReplyRecord[] {
    return this.records.filter((record) => record.kind === 'reply')
  }

  get data(): DataRecord[] {
    return this.records.filter((record) => record.kind === 'data')
  }

  /** Messages that ask for an acknowledgement. */
  get asked(): number {
    return this.messages.filter(([acknowledge]) => acknowledge).length
  }

  get text(): string {
    return this.data.map(({ data }) => Buffer.from(data).toString('latin1')).join('')
  }
}
