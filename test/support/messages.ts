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
export function readUpMessage([, bytes = new ArrayBuffer(0), ...items]: UpMessage): UpRecord[] {
  let start = 0
  return items.flatMap((item): UpRecord[] => {
    if ('kind' in item) return [item]
    const [firstId, socketId, ...lengths] = item
    return lengths.map((length, i) => {
      start += length
      const args = [socketId, bytes.slice(start - length, start)]
      return { kind: 'call', id: firstId + i, method: 'tcp.send', args }
    })
  })
}

function readItem(item: DownItem): (DownRecord | DataRecord)[] {
  if ('kind' in item) return [item]
  if (item[0] === itemKinds.data) {
    const [, socketId, bufferSize, ...pieces] = item
    const data = new Uint8Array(Buffer.concat(pieces.map((piece) => Buffer.from(piece)))).buffer
    return [{ kind: 'data', socketId, bufferSize, data }]
  }
  const [, firstId, ...sent] = item
  return sent.map((bytesSent, i): ReplyRecord => {
    return { kind: 'reply', id: firstId + i, args: [{ bytesSent, resultCode: 0 }], error: undefined }
  })
}

/** What the main process says, data and answers of `tcp.send` as records. */
export function readDownMessage([, ...items]: DownMessage): (DownRecord | DataRecord)[] {
  return items.flatMap(readItem)
}

/** A message that asks for an acknowledgement. */
export function toDownMessage(records: readonly (DownItem | DataRecord)[]): DownMessage {
  const items = records.map((record): DownItem => {
    if (!('kind' in record) || record.kind !== 'data') return record
    return [itemKinds.data, record.socketId, record.bufferSize, record.data]
  })
  return [true, ...items]
}
