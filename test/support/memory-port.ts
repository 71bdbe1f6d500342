import type { PagePort } from '../../src/main/apps/page.ts'
import type { DataRecord, DownRecord, EventRecord, ReplyRecord } from '../../src/renderer-types/wire.ts'

/** A page's port whose page is a list: keeps what the main process has sent. */
export class MemoryPort implements PagePort {
  readonly messages: (readonly DownRecord[])[] = []
  closed = false

  readonly post = (records: readonly DownRecord[]): void => {
    this.messages.push(records)
  }

  readonly close = (): void => {
    this.closed = true
  }

  get records(): DownRecord[] {
    return this.messages.flat()
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

  get text(): string {
    return this.data.map(({ data }) => Buffer.from(data).toString('latin1')).join('')
  }
}
