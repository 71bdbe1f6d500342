import type { SignalRecord } from '../../../src/renderer-types/app-wire.ts'
import { itemKinds } from '../../../src/renderer-types/wire.ts'
import type {
  DatagramRecord,
  DownItem,
  DownMessage,
  EndRecord,
  EventRecord,
  PartRecord,
  UpMessage,
  UpRecord,
} from '../../../src/renderer-types/wire.ts'

/** Bytes of a socket as a record, for tests to read and write. */
export interface DataRecord {
  readonly kind: 'data'
  readonly socketId: number
  readonly bufferSize: number
  readonly data: ArrayBuffer
}

/** The answer of any call, for tests to read and write. */
export interface ReplyRecord {
  readonly kind: 'reply'
  readonly id: number
  readonly args: readonly unknown[]
  readonly error?: string | undefined
}

/** What the main process says, as the tests speak of it. */
export type TestRecord = SignalRecord | DatagramRecord | EndRecord | EventRecord | DataRecord | ReplyRecord

/** Parts of a `tcp.send`, until all of it is there. */
class Parts {
  #bytes: ArrayBuffer[] = []
  #length = 0

  /** The call, with its last part. */
  add({ byteLength, id, socketId }: PartRecord, bytes: ArrayBuffer): UpRecord[] {
    this.#bytes.push(bytes)
    this.#length += bytes.byteLength
    if (this.#length < byteLength) return []
    const all = new Uint8Array(Buffer.concat(this.#bytes.map((part) => Buffer.from(part)))).buffer
    this.#bytes = []
    this.#length = 0
    return [{ kind: 'call', id, method: 'tcp.send', args: [socketId, all] }]
  }
}

function readUpMessage([, bytes = new ArrayBuffer(0), ...items]: UpMessage, parts: Parts): UpRecord[] {
  let start = 0
  return items.flatMap((item): UpRecord[] => {
    if ('kind' in item) return item.kind === 'part' ? parts.add(item, bytes) : [item]
    const [firstId, socketId, ...lengths] = item
    return lengths.map((length, i) => {
      start += length
      const args = [socketId, bytes.slice(start - length, start)]
      return { kind: 'call', id: firstId + i, method: 'tcp.send', args }
    })
  })
}

/** What the page says, each `tcp.send` as the call it is. */
export function readUpMessages(messages: readonly UpMessage[]): UpRecord[] {
  const parts = new Parts()
  return messages.flatMap((message) => readUpMessage(message, parts))
}

/** How many calls, sends and other records are in it. */
export const countSaid = (message: UpMessage): number => readUpMessages([message]).length

/** The other end of a socket has closed. */
export const createReceiveError = (socketId: number): EventRecord => ({
  kind: 'event',
  event: 'tcp.onReceiveError',
  payload: { resultCode: -100, socketId },
})

function readItem(item: DownItem): TestRecord[] {
  if ('kind' in item) return [item.kind === 'failure' ? { ...item, kind: 'reply' } : item]
  if (item[0] === itemKinds.done) return [{ kind: 'reply', id: item[1], args: item.slice(2) }]
  if (item[0] === itemKinds.heard) return []
  if (item[0] === itemKinds.accept) {
    const payload = { clientSocketId: item[2], socketId: item[1] }
    return [{ kind: 'event', event: 'tcpServer.onAccept', payload }]
  }
  if (item[0] === itemKinds.data) {
    const [, socketId, bufferSize, ...pieces] = item
    const data = new Uint8Array(Buffer.concat(pieces.map((piece) => Buffer.from(piece)))).buffer
    return [{ kind: 'data', socketId, bufferSize, data }]
  }
  const [, firstId, ...sent] = item
  return sent.map((bytesSent, i): ReplyRecord => {
    return { kind: 'reply', id: firstId + i, args: [{ bytesSent, resultCode: 0 }] }
  })
}

/** What the main process says, item by item. */
export function readDownMessage([, ...items]: DownMessage): TestRecord[] {
  return items.flatMap(readItem)
}

export function toDownItem(record: DownItem | TestRecord): DownItem {
  if (!('kind' in record)) return record
  if (record.kind === 'data') return [itemKinds.data, record.socketId, record.bufferSize, record.data]
  if (record.kind !== 'reply') return record
  const { args, error, id } = record
  if (error !== undefined) return { kind: 'failure', id, args, error }
  return [itemKinds.done, id, ...(args as [] | [unknown])]
}

/** A message that asks for an acknowledgement. */
export function toDownMessage(records: readonly (DownItem | TestRecord)[]): DownMessage {
  return [true, ...records.map(toDownItem)]
}
