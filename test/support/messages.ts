import { itemKinds } from '../../src/renderer-types/wire.ts'
import type {
  DownItem,
  DownMessage,
  DownRecord,
  ReplyRecord,
  UpMessage,
  UpRecord,
} from '../../src/renderer-types/wire.ts'

/** Bytes of a socket as a record, for tests to read and write. */
export interface DataRecord {
  readonly kind: 'data'
  readonly socketId: number
  readonly bufferSize: number
  readonly data: ArrayBuffer
}

/** What the page says, each `tcp.send` as the call it is. */
export function readUpMessage([, bytes, ...items]: UpMessage): UpRecord[] {
  let start = 0
  return items.map((item) => {
    if ('kind' in item) return item
    const [id, socketId, length] = item
    start += length
    const data = bytes?.slice(start - length, start) ?? new ArrayBuffer(0)
    return { kind: 'call', id, method: 'tcp.send', args: [socketId, data] }
  })
}

function readItem(item: DownItem): DownRecord | DataRecord {
  if ('kind' in item) return item
  if (item[0] === itemKinds.data) {
    const [, socketId, bufferSize, ...pieces] = item
    const data = new Uint8Array(Buffer.concat(pieces.map((piece) => Buffer.from(piece)))).buffer
    return { kind: 'data', socketId, bufferSize, data }
  }
  const [, id, bytesSent] = item
  const reply: ReplyRecord = { kind: 'reply', id, args: [{ bytesSent, resultCode: 0 }], error: undefined }
  return reply
}

/** What the main process says, data and answers of `tcp.send` as records. */
export function readDownMessage([, ...items]: DownMessage): (DownRecord | DataRecord)[] {
  return items.map(readItem)
}

/** A message that asks for an acknowledgement. */
export function toDownMessage(records: readonly (DownItem | DataRecord)[]): DownMessage {
  const items = records.map((record): DownItem => {
    if (!('kind' in record) || record.kind !== 'data') return record
    return [itemKinds.data, record.socketId, record.bufferSize, record.data]
  })
  return [true, ...items]
}
