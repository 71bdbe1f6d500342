import type net from 'node:net'
import { netErrors } from '../../renderer-types/net-errors.ts'
import { getErrno } from '../net-error.ts'

export interface PumpOwner {
  /** Somebody listens and has taken enough of what came before. */
  readonly canTake: boolean
  /** Bytes of a read that begins now. */
  readonly readSize: number
  /** Data of one read or of several, none longer than `readSize`. */
  take: (data: Buffer, readSize: number) => void
  /** The stream has ended while a read was under way. */
  endReading: (code: number) => void
  /** The connection broke while nobody was reading. */
  disconnect: () => void
}

const pumpOf = Symbol('electron-chrome-sockets.pump')

/** The pump is found through its socket: functions of its own would be most of what an idle connection costs. */
interface PumpedSocket extends net.Socket {
  [pumpOf]?: ReceivePump | undefined
}

function onData(this: PumpedSocket, chunk: Buffer): void {
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
  readonly #chunks: Buffer[] = []
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
    process.nextTick(() => this.pump())
  }

  /** Hands over what may be handed over, and reads on only when all of it is gone. */
  pump(): void {
    if (this.#detached) return
    while (this.#readPending && this.#chunks.length > 0 && this.#owner.canTake) this.#deliver()
    if (!this.#readPending || this.#chunks.length > 0) this.#socket.pause()
    else if (this.#endCode === undefined) this.#socket.resume()
    else this.#finish(this.#endCode)
  }

  /** The connection broke while sending: what came is discarded, as in Chrome, and a pending read ends. */
  breakOff(error: unknown): void {
    this.#chunks.length = 0
    this.fail(error)
  }

  detach(): void {
    this.#detached = true
    this.#readPending = false
    this.#chunks.length = 0
    this.#socket[pumpOf] = undefined
    // Still heard: what happens to the socket from now on is of interest to nobody, but an unheard 'error' would throw.
    this.#socket.off('data', onData).off('end', onEnd).off('close', onEnd)
  }

  receive(chunk: Buffer): void {
    this.#chunks.push(chunk)
    this.pump()
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

  #startRead(): void {
    this.#readPending = true
    this.#readSize = this.#owner.readSize
  }

  /** One read while paused, or after a change of the buffer size; otherwise as many as there is data for. */
  #deliver(): void {
    const chunk = this.#chunks.shift()
    if (chunk === undefined) return
    const size = this.#readSize
    const isLast = this.#paused || size !== this.#owner.readSize
    if (isLast && chunk.length > size) this.#chunks.unshift(chunk.subarray(size))
    this.#readPending = false
    if (!this.#paused) this.#startRead()
    this.#owner.take(isLast ? chunk.subarray(0, size) : chunk, size)
  }

  #finish(code: number): void {
    this.#readPending = false
    this.#owner.endReading(code)
  }
}
