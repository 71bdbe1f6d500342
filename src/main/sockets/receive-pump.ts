import type net from 'node:net'
import { netErrors } from '../../renderer-types/net-errors.ts'
import { getErrno } from '../net-error.ts'

export interface PumpOwner {
  /** Somebody listens and has taken enough of what came before. */
  canTake: () => boolean
  /** Data of one read or of several, none longer than `readSize`. */
  take: (data: Buffer, readSize: number) => void
  /** Bytes of a read that begins now. */
  readSize: () => number
  /** The stream has ended while a read was under way. */
  end: (code: number) => void
  /** The connection broke while nobody was reading. */
  lose: () => void
}

/**
 * Reads a connection as Chrome does: one read is under way from the moment the socket is unpaused; pausing lets that
 * one read finish and starts no other. A peer's FIN or reset is noticed by a read only.
 */
export class ReceivePump {
  readonly #socket: net.Socket
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
    socket.on('data', this.#onData)
    socket.on('end', this.#onEnd)
    socket.on('error', this.#onError)
    socket.on('close', this.#onEnd)
  }

  get readPending(): boolean {
    return this.#readPending
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
    while (this.#readPending && this.#chunks.length > 0 && this.#owner.canTake()) this.#deliver()
    if (!this.#readPending || this.#chunks.length > 0) this.#socket.pause()
    else if (this.#endCode === undefined) this.#socket.resume()
    else this.#finish(this.#endCode)
  }

  /** The connection broke while sending: what came is discarded, as in Chrome, and a pending read ends. */
  breakOff(error: unknown): void {
    this.#chunks.length = 0
    this.#onError(error)
  }

  detach(): void {
    this.#detached = true
    this.#readPending = false
    this.#chunks.length = 0
    this.#socket.off('data', this.#onData)
    this.#socket.off('end', this.#onEnd)
    this.#socket.off('error', this.#onError)
    this.#socket.off('close', this.#onEnd)
    // Whatever happens to the socket from now on is of interest to nobody, but an unheard 'error' would throw.
    this.#socket.on('error', () => {})
  }

  #startRead(): void {
    this.#readPending = true
    this.#readSize = this.#owner.readSize()
  }

  /** One read while paused, or after a change of the buffer size; otherwise as many as there is data for. */
  #deliver(): void {
    const chunk = this.#chunks.shift()
    if (chunk === undefined) return
    const size = this.#readSize
    const isLast = this.#paused || size !== this.#owner.readSize()
    if (isLast && chunk.length > size) this.#chunks.unshift(chunk.subarray(size))
    this.#readPending = false
    if (!this.#paused) this.#startRead()
    this.#owner.take(isLast ? chunk.subarray(0, size) : chunk, size)
  }

  #finish(code: number): void {
    this.#readPending = false
    this.#owner.end(code)
  }

  readonly #onData = (chunk: Buffer): void => {
    this.#chunks.push(chunk)
    this.pump()
  }

  readonly #onEnd = (): void => this.#stop(netErrors.ERR_CONNECTION_CLOSED)

  readonly #onError = (error: unknown): void => {
    const reset = getErrno(error) === 'ECONNRESET'
    this.#stop(reset ? netErrors.ERR_CONNECTION_RESET : netErrors.ERR_CONNECTION_CLOSED)
  }

  #stop(code: number): void {
    this.#endCode ??= code
    if (this.#readPending) this.pump()
    else if (this.#socket.destroyed) this.#owner.lose()
  }
}
