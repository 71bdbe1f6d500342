import type { DoneItem, FailureRecord } from '../../renderer-types/wire.ts'
import { flowControl } from '../../renderer-types/wire.ts'
import type { Receipt } from './credit.ts'
import { nobodys } from './credit.ts'

/** Bytes that a value takes beside its characters, about. */
const valueBytes = 16

/** About the bytes of a value in a message. */
function weigh(value: unknown): number {
  if (typeof value === 'string') return valueBytes + value.length
  if (value instanceof ArrayBuffer) return valueBytes + value.byteLength
  if (typeof value !== 'object' || value === null) return valueBytes
  let bytes = valueBytes
  for (const part of Array.isArray(value) ? value : Object.values(value)) bytes += weigh(part)
  return bytes
}

/** The answer of a call, and what it costs: names and lists can be long. */
export class Answer {
  readonly item: DoneItem | FailureRecord
  readonly bytes: number
  /** A small one counts nothing: it is waited for anyway. */
  readonly receipt: Receipt | undefined

  constructor(item: DoneItem | FailureRecord, values: readonly unknown[]) {
    this.item = item
    this.bytes = weigh(values)
    if (this.bytes >= flowControl.heavyAnswer) this.receipt = { key: nobodys, bytes: this.bytes }
  }
}
