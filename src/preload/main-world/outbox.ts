import {
  maxTextCharacters,
  maxUpBytes,
  maxUpCharacters,
  maxUpItems,
  maxUpValues,
} from '../../renderer-types/wire.ts'
import type { SendItem, UpRecord } from '../../renderer-types/wire.ts'
import type { Dictionary } from './primordials.ts'
import { append, createDictionary, primordials } from './primordials.ts'

const { ArrayBuffer, Uint8Array, now, ownKeys, setBytes } = primordials

/**
 * Bytes of one message that are gathered at most, and of one part of a send that is longer: while more is gathered, the
 * other process deals with them. Chromium's allocator has larger pieces of memory from the system each time anew.
 */
export const capacity = 256 * 1024
/** Bytes of datagrams beside them. */
const datagramCapacity = maxUpBytes - capacity
/** Bytes that make a message worth its fixed cost: the other process can begin with them. */
const goodLength = 192 * 1024
/** Milliseconds that what one listener has said may wait for what the next ones say. */
const patience = 5

type Said = UpRecord | SendItem

type OpenSends = [...SendItem]

type OpenMessage = [acknowledged: number, bytes: ArrayBuffer | undefined, ...items: Said[]]

const openMessage = (): OpenMessage => [0, undefined]

/** What a message has of what it may not have much of. */
interface Size {
  characters: number
  /** Of the longest text. */
  longest: number
  values: number
}

/** Adds a text, or what is in a list or a dictionary that the facade has made. */
function addSize(size: Size, value: unknown): void {
  if (typeof value === 'string') {
    size.characters += value.length
    if (value.length > size.longest) size.longest = value.length
  }
  if (typeof value !== 'object' || value === null) return
  const keys = ownKeys(value)
  size.values += keys.length
  for (let i = 0; i < keys.length; i += 1) addSize(size, (value as Dictionary)[keys[i] as string])
}

/** A few sizes for all lengths, none a quarter more than what is asked for. */
function roundUp(length: number): number {
  let step = 16
  while (step * 8 < length) step *= 2
  return (length + step - 1) & -step
}

/**
 * What the page has to say and has not sent yet. The bytes of all `tcp.send` lie one behind the other; they are
 * copied at once, because the page may write into its buffer again.
 */
export class Outbox {
  #message = openMessage()
  #said = 0
  #characters = 0
  #values = 0
  #datagramBytes = 0
  /** The calls of `tcp.send` that were made last, while others may be added to them. */
  #sends: OpenSends | undefined
  readonly #gathered = new ArrayBuffer(capacity)
  readonly #target = new Uint8Array(this.#gathered)
  #used = 0
  /** When the first thing was said that waits. */
  #begun = 0
  /** Posting clones a buffer, so that it can be filled again: fresh memory is dear. */
  readonly #buffers = createDictionary<ArrayBuffer>()

  get isEmpty(): boolean {
    return this.#said === 0
  }

  /** Those of sends and datagrams. */
  get waitingBytes(): number {
    return this.#used + this.#datagramBytes
  }

  /** More cannot go in one message. */
  get isFull(): boolean {
    return this.#said === maxUpItems || this.#characters >= maxUpCharacters
  }

  /** It is as much as is best carried at once, or has waited for long enough. */
  get isDue(): boolean {
    return this.#used >= goodLength || now() - this.#begun > patience
  }

  /** False when the message is too full for it and its bytes: it must be sent first; of an empty one, when no message has room. */
  add(record: UpRecord, bytes: number): boolean {
    const size: Size = { characters: this.#characters, longest: 0, values: this.#values }
    if (record.kind === 'call') addSize(size, record.args)
    const hasRoom = size.characters <= maxUpCharacters && this.#datagramBytes + bytes <= datagramCapacity
    if (!this.isEmpty && !hasRoom) return false
    if (size.values > maxUpValues || size.longest > maxTextCharacters) return false
    this.#characters = size.characters
    this.#values = size.values
    this.#datagramBytes += bytes
    this.#sends = undefined
    this.#add(record)
    return true
  }

  /** False when the message is too full for it: it must be sent first. */
  gather(callId: number, socketId: number, bytes: Uint8Array, length: number): boolean {
    if (this.#used + length > capacity) return false
    setBytes(this.#target, bytes, this.#used)
    this.#used += length
    this.#addSend(callId, socketId, length)
    return true
  }

  /** Everything that waits, as one message. The buffer in it is good until the next call. */
  close(acknowledged: number): OpenMessage {
    const message = this.#message
    this.#message = openMessage()
    this.#said = 0
    this.#characters = 0
    this.#values = 0
    this.#datagramBytes = 0
    this.#sends = undefined
    message[0] = acknowledged
    message[1] = this.#copyBytes()
    return message
  }

  #addSend(callId: number, socketId: number, length: number): void {
    const sends = this.#sends
    if (sends !== undefined && sends[1] === socketId && sends[0] + sends.length - 2 === callId) {
      this.#said += 1
      return append<number>(sends, length)
    }
    this.#sends = [callId, socketId, length]
    this.#add(this.#sends)
  }

  #add(item: Said): void {
    if (this.isEmpty) this.#begun = now()
    this.#said += 1
    append<OpenMessage[number]>(this.#message, item)
  }

  #copyBytes(): ArrayBuffer | undefined {
    if (this.#used === 0) return undefined
    const size = roundUp(this.#used)
    const buffer = (this.#buffers[size] ??= new ArrayBuffer(size))
    setBytes(new Uint8Array(buffer), new Uint8Array(this.#gathered, 0, this.#used), 0)
    this.#used = 0
    return buffer
  }
}
