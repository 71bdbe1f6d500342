import type { CallRecord, InterestRecord, PartRecord, WithdrawalRecord } from '../../renderer-types/wire.ts'
import { maxUpItems } from '../../renderer-types/wire.ts'
import { Allowance } from './allowance.ts'
import { Payload } from './payload.ts'
import { isCount, isInteger, parseRecord } from './validate.ts'

export interface SentCall {
  readonly id: number
  readonly byteLength: number
}

/** Successive `tcp.send` calls of one socket: their bytes lie one behind the other and are written at once. */
export interface SendRun {
  readonly kind: 'sends'
  readonly socketId: number
  readonly calls: SentCall[]
  readonly payload: Payload
  readonly start: number
  byteLength: number
}

/** A part of one call of `tcp.send`: the bytes of its message. */
export interface SendPart extends PartRecord {
  readonly payload: Payload
}

export interface Message {
  readonly acknowledged: number
  readonly items: readonly Item[]
  readonly payload: Payload
}

export type Item = CallRecord | InterestRecord | SendPart | SendRun | WithdrawalRecord

/** The items of one message, read one after the other. */
class ItemReader {
  readonly items: Item[] = []
  readonly payload: Payload
  readonly #allowance = new Allowance()
  #used = 0
  /** What a message may still say: sends are counted one by one, however few items they come in. */
  #left = maxUpItems

  constructor(bytes: ArrayBuffer) {
    this.payload = new Payload(bytes)
  }

  /** False where there is more in the message than it may have, or bytes that no call pays for. */
  get isWhole(): boolean {
    const { byteLength } = this.payload
    // Of a facade's buffer less than a quarter is left over.
    return this.#allowance.spendBytes(byteLength) && byteLength - this.#used <= Math.max(16, this.#used / 4)
  }

  /** False for what is not an item. */
  read(item: unknown): boolean {
    if (Array.isArray(item)) return this.#readSends(item)
    const record = parseRecord(item)
    if (record === undefined || this.#left === 0) return false
    if (record.kind === 'part') return this.#readPart(record)
    if (record.kind === 'call' && !this.#allowance.spend(record.args)) return false
    this.#left -= record.kind === 'withdrawal' ? record.calls : 1
    this.items.push(record)
    return this.#left >= 0
  }

  /** It stands alone: nothing more may be said in its message. */
  #readPart(record: PartRecord): boolean {
    const { byteLength } = this.payload
    if (this.items.length > 0 || byteLength === 0 || byteLength > record.byteLength) return false
    this.#left = 0
    this.#used = byteLength
    this.payload.addUser()
    this.items.push({ ...record, payload: this.payload })
    return true
  }

  #readSends(item: readonly unknown[]): boolean {
    const [firstId, socketId] = item
    if (!isCount(firstId) || !isInteger(socketId)) return false
    if (item.length < 3 || item.length - 2 > this.#left) return false
    this.#left -= item.length - 2
    const run = this.#openRun(socketId)
    for (let i = 2; i < item.length; i += 1) if (!this.#addSend(run, firstId + i - 2, item[i])) return false
    return true
  }

  #addSend(run: SendRun, id: number, byteLength: unknown): boolean {
    if (!isInteger(id) || !isCount(byteLength)) return false
    if (byteLength > this.payload.byteLength - this.#used) return false
    run.calls.push({ id, byteLength })
    run.byteLength += byteLength
    this.#used += byteLength
    return true
  }

  #openRun(socketId: number): SendRun {
    const last = this.items.at(-1)
    if (last?.kind === 'sends' && last.socketId === socketId) return last
    const run: SendRun = {
      kind: 'sends',
      socketId,
      calls: [],
      payload: this.payload,
      start: this.#used,
      byteLength: 0,
    }
    this.payload.addUser()
    this.items.push(run)
    return run
  }
}

const noBytes = new ArrayBuffer(0)

/** Reads what a page says; undefined unless all of it can be read. */
export function parseMessage(value: unknown): Message | undefined {
  if (!Array.isArray(value) || value.length < 2 || value.length > maxUpItems + 2) return undefined
  const list: readonly unknown[] = value
  const [acknowledged, bytes = noBytes] = list
  if (!isCount(acknowledged) || !(bytes instanceof ArrayBuffer)) return undefined
  const reader = new ItemReader(bytes)
  for (let i = 2; i < list.length; i += 1) if (!reader.read(list[i])) return undefined
  return reader.isWhole ? { acknowledged, items: reader.items, payload: reader.payload } : undefined
}
