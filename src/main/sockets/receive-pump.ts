import type net from 'node:net'
import { netErrors } from '../../renderer-types/net-errors.ts'
import type { Readiness } from './readiness.ts'
import { getErrno } from './net-error.ts'

export interface PumpOwner {
  /** What has been read goes to whoever listens; while that is too much for them, no more is read. */
  readonly readiness: Readiness
  /** Answers to sends are due, and come before what has been read: `pump` will be called. */
  readonly answersAreDue: boolean
  /** Bytes of a read that begins now. */
  readonly readSize: number
  /** Data of one read or of several, none longer than `readSize`; lent for the length of the call. */
  take: (data: Uint8Array, readSize: number) => void
  /** The stream has ended while a read was under way. */
  endReading: (code: number) => void
  /** The connection broke while nobody was reading. */
  disconnect: () => void
}

const none: readonly Uint8Array[] = []

const pumpOf = Symbol('electron-chrome-sockets.pump')

/** The pump is found through its socket: functions of its own would be most of what an idle connection costs. */
interface PumpedSocket extends net.Socket {
  [pumpOf]?: ReceivePump | undefined
}

function onData(this: PumpedSocket, chunk: Uint8Array): void {
  this[pumpOf]?.receive(chunk)
}

function onEnd(this: PumpedSocket): void {
  this[pumpOf]?.stop(netErrors.ERR_CONNECTION_CLOSED)
}

function onError(this: PumpedSocket, error: unknown): void {
  this[pumpOf]?.fail(error)
}

/**
 * Reads a connection as Chrome does: one read is under way from the moment the socket is unpaused; pausing lets that
 * one read finish and starts no other. A peer's FIN or reset is noticed by a read only.
 */
export class ReceivePump {
  readonly #socket: PumpedSocket
  readonly #owner: PumpOwner
  #chunks = none
  #paused = true
  #detached = false
  #readPending = false
  /** Bytes of the read under way: a change of the buffer size counts from the next one. */
  #readSize = 0
  #endCode: number | undefined

  constructor(socket: net.Socket, owner: PumpOwner) {
    this.#socket = socket
    this.#owner = owner
    socket.pause()
    this.#socket[pumpOf] = this
    socket.on('data', onData).on('end', onEnd).on('error', onError).on('close', onEnd)
  }

  get readPending(): boolean {
    return this.#readPending
  }

  /** Bytes that have been read and not handed over. */
  get waitingBytes(): number {
    return this.#chunks.reduce((sum, { byteLength }) => sum + byteLength, 0)
  }

  setPaused(paused: boolean): void {
    this.#paused = paused
    if (!paused && !this.#readPending) this.#startRead()
    // After the answer, as in Chrome.
    queueMicrotask(() => this.pump())
  }

  /** Hands over what may be handed over, and reads on only when all of it is gone. */
  pump(): void {
    if (this.#detached) return
    this.#deliverHeld()
    if (this.#mustWait) this.#socket.pause()
    else if (this.#endCode === undefined) this.#socket.resume()
    else this.#finish(this.#endCode)
  }

  /** The connection broke while sending: what came is discarded, as in Chrome, and a pending read ends. */
  breakOff(error: unknown): void {
    this.#chunks = none
    this.fail(error)
  }

  detach(): void {
    this.#detached = true
    this.#readPending = false
    this.#chunks = none
    this.#socket[pumpOf] = undefined
    // Still heard: what happens to the socket from now on is of interest to nobody, but an unheard 'error' would throw.
    this.#socket.off('data', onData).off('end', onEnd).off('close', onEnd)
  }

  /** What cannot be handed over at once is copied; nothing more is read then. */
  receive(chunk: Uint8Array): void {
    const left = this.#chunks.length === 0 ? this.#deliver(chunk) : chunk
    if (left.length > 0) this.#chunks = [...this.#chunks, new Uint8Array(left)]
    if (this.#mustWait) this.#socket.pause()
  }

  /** The connection broke. */
  fail(error: unknown): void {
    const reset = getErrno(error) === 'ECONNRESET'
    this.stop(reset ? netErrors.ERR_CONNECTION_RESET : netErrors.ERR_CONNECTION_CLOSED)
  }

  /** Nothing more will come. */
  stop(code: number): void {
    this.#endCode ??= code
    if (this.#readPending) this.pump()
    else if (this.#socket.destroyed) this.#owner.disconnect()
  }

  /** Where nobody listens it is read on: an end of the connection may be what comes next. */
  get #mustWait(): boolean {
    return (
      !this.#readPending ||
      this.#chunks.length > 0 ||
      this.#owner.answersAreDue ||
      this.#owner.readiness === 'busy'
    )
  }

  #startRead(): void {
    this.#readPending = true
    this.#readSize = this.#owner.readSize
  }

  #deliverHeld(): void {
    for (let held = this.#chunks[0]; held !== undefined; held = this.#chunks[0]) {
      const left = this.#deliver(held)
      const others = this.#chunks.slice(1)
      if (left.length > 0) return void (this.#chunks = [left, ...others])
      this.#chunks = others
    }
  }

  /** Hands over what may be handed over; returns the rest. */
  #deliver(chunk: Uint8Array): Uint8Array {
    if (this.#owner.answersAreDue) return chunk
    let left = chunk
    while (left.length > 0 && this.#readPending && this.#owner.readiness !== 'unheard')
      left = this.#deliverRead(left)
    return left
  }

  /** One read while paused, or after a change of the buffer size; otherwise as many as there is data for. */
  #deliverRead(chunk: Uint8Array): Uint8Array {
    const size = this.#readSize
    const isLast = this.#paused || size !== this.#owner.readSize
    const end = isLast ? size : chunk.length
    this.#readPending = false
    if (!this.#paused) this.#startRead()
    this.#owner.take(chunk.subarray(0, end), size)
    return chunk.subarray(end)
  }

  #finish(code: number): void {
    this.#readPending = false
    this.#owner.endReading(code)
  }
}
