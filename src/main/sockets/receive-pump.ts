import type net from 'node:net'
import { netErrors } from '../../renderer-types/net-errors.ts'
import { getErrno } from '../net-error.ts'

export interface PumpOwner {
  /** Somebody listens and has taken enough of what came before. */
  canTake: () => boolean
  take: (data: Buffer) => void
  /** Bytes of one read. */
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
  #readPending = false
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
    if (!paused) this.#readPending = true
    this.pump()
  }

  /** Hands over what may be handed over, and reads on only when all of it is gone. */
  pump(): void {
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
    this.#readPending = false
    this.#chunks.length = 0
    this.#socket.off('data', this.#onData)
    this.#socket.off('end', this.#onEnd)
    this.#socket.off('error', this.#onError)
    this.#socket.off('close', this.#onEnd)
    // Whatever happens to the socket from now on is of interest to nobody, but an unheard 'error' would throw.
    this.#socket.on('error', () => {})
  }

  #deliver(): void {
    const chunk = this.#chunks.shift()
    if (chunk === undefined) return
    if (!this.#paused) return this.#owner.take(chunk)
    this.#readPending = false
    const size = this.#owner.readSize()
    if (chunk.length > size) this.#chunks.unshift(chunk.subarray(size))
    this.#owner.take(chunk.subarray(0, size))
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
