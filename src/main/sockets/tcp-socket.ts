import type net from 'node:net'
import { netErrors } from '../../renderer-types/net-errors.ts'
import { BaseSocket } from './base-socket.ts'
import type { Descriptors } from './descriptors.ts'
import type { Endpoints } from './endpoints.ts'
import { readEndpoints } from './endpoints.ts'
import { openConnection } from './open-connection.ts'
import type { TlsVersions } from './open-secure.ts'
import { openSecure } from './open-secure.ts'
import type { PumpOwner } from './receive-pump.ts'
import { ReceivePump } from './receive-pump.ts'
import type { Readiness } from './readiness.ts'
import type { ResolvedHost } from './resolve-host.ts'
import type { TcpLink } from './tcp-link.ts'
import type { Traffic } from './traffic.ts'
import { noTraffic, readTraffic } from './traffic.ts'
import { writeBytes } from './write-bytes.ts'

/** What a socket tells, and asks, the app that owns it. */
export interface TcpSocketHost {
  /** What it opens is charged there. */
  readonly descriptors: Descriptors
  askToReceive: (socket: TcpSocket) => Readiness
  receive: (socket: TcpSocket, data: Uint8Array, readSize: number) => void
  receiveError: (socket: TcpSocket, code: number) => void
  /** Takes over a connection that is to be closed when it has sent everything. */
  closeAfterSending: (connection: net.Socket, owner: TcpSocket, known: Partial<Endpoints>) => void
}

/** Seconds: the most that Linux takes, and what Chrome sets when it connects (Chromium: tcp_socket_posix.cc). */
const keepAlive = { max: 32_767, ofConnect: 45 }

/** One socket of `chrome.sockets.tcp`, connected or not. */
export class TcpSocket extends BaseSocket implements PumpOwner {
  paused: boolean
  secured = false
  readonly #host: TcpSocketHost
  readonly #accepted: boolean
  /** What the peer was called when it was connected to. */
  #peerName = ''
  #link: TcpLink | undefined
  /** Under way. */
  #sends = 0
  /** Whoever waits for their answers has done so for a turn. */
  #answerTurn: 'over' | 'running' | undefined
  /** What there was of the connection before. */
  #past: Traffic = noTraffic

  constructor(id: number, host: TcpSocketHost, accepted?: net.Socket, known: Partial<Endpoints> = {}) {
    super(id)
    this.#host = host
    this.#accepted = accepted !== undefined
    this.paused = this.#accepted
    if (accepted !== undefined) this.#attach(accepted, known)
  }

  get connected(): boolean {
    return this.#link !== undefined && this.#link.state !== 'connecting'
  }

  get state(): TcpLink['state'] | 'created' | 'disconnected' {
    return this.#link?.state ?? (this.#past === noTraffic ? 'created' : 'disconnected')
  }

  get traffic(): Traffic {
    return this.#link?.state === 'connected' ? readTraffic(this.#link.socket, this.#link.pump) : this.#past
  }

  /** A read is under way: a pause lets that one finish. */
  get isTaking(): boolean {
    return this.#link?.state === 'connected' && this.#link.pump.readPending
  }

  get endpoints(): Endpoints | undefined {
    if (this.#link === undefined || this.#link.state === 'connecting') return undefined
    return readEndpoints(this.#link.socket, this.#link.known)
  }

  setPaused(paused: boolean): void {
    this.paused = paused
    if (this.#link?.state === 'connected') this.#link.pump.setPaused(paused)
  }

  /** Tries the addresses one after the other; resolves to 0 or to the last one's net error. */
  async connect({ addresses, host }: ResolvedHost, port: number): Promise<number> {
    if (this.connected && !this.secured) return netErrors.ERR_SOCKET_IS_CONNECTED
    // Chrome has no way back from an accepted socket to a fresh one: it crashes here.
    if (this.#link !== undefined || this.#accepted || this.secured) return netErrors.ERR_CONNECTION_FAILED
    let code: number = netErrors.ERR_NAME_NOT_RESOLVED
    for (const address of addresses) {
      const attempt = new AbortController()
      this.#link = { state: 'connecting', attempt }
      const result = await openConnection(address, port, attempt.signal, this.#host.descriptors)
      if (typeof result !== 'number') return this.#begin(result, host, address)
      code = result
      if (code === netErrors.ERR_ABORTED) break
      this.#link = undefined
    }
    return code
  }

  /** Calls back with 0 when the kernel has taken all bytes, or with a net error. */
  send(data: Uint8Array, finish: (code: number) => void): void {
    const link = this.#link
    if (link?.state !== 'connected') return finish(netErrors.ERR_SOCKET_NOT_CONNECTED)
    this.#sends += 1
    writeBytes(link.socket, data, (error) => {
      this.#sends -= 1
      if (error !== undefined && this.#link === link) link.pump.breakOff(error)
      finish(error === undefined ? 0 : netErrors.ERR_FAILED)
    })
  }

  setNoDelay(noDelay: boolean): number {
    return this.#configure((connection) => connection.setNoDelay(noDelay))
  }

  /** `delay` in seconds, 0 for the system's own. */
  setKeepAlive(enable: boolean, delay: number): number {
    if (enable && (delay < 0 || delay > keepAlive.max)) return netErrors.ERR_FAILED
    return this.#configure((connection) => connection.setKeepAlive(enable, delay * 1000))
  }

  /**
   * Begins TLS. Resolves to 0, or to a net error after which the socket is of no use any more. As in Chrome no read
   * may be under way: the socket must have been paused before it was connected.
   */
  async secure(versions: TlsVersions, certificateAuthorities: readonly string[]): Promise<number> {
    const link = this.#link
    if (link?.state !== 'connected' || this.#accepted || link.pump.readPending) return netErrors.ERR_FAILED
    const { known, pump, socket } = link
    const attempt = new AbortController()
    pump.detach()
    this.#link = { state: 'securing', attempt, socket, known }
    const target = { host: this.#peerName, versions, certificateAuthorities }
    const result = await openSecure(socket, target, attempt.signal)
    if (typeof result === 'number') return result
    this.secured = true
    this.bufferSize = undefined
    this.#attach(result, known)
    return 0
  }

  /** True when a read was under way, which Chrome then ends with an error event. */
  disconnect(): boolean {
    const link = this.#link
    this.#past = this.traffic
    this.#link = undefined
    if (link?.state !== 'connected') return link?.attempt.abort() ?? false
    const { readPending } = link.pump
    link.pump.detach()
    this.#host.closeAfterSending(link.socket, this, link.known)
    return readPending
  }

  /** Closes at once: nothing more is sent. */
  destroy(): void {
    const link = this.#link
    this.#past = this.traffic
    this.#link = undefined
    if (link?.state !== 'connected') return link?.attempt.abort()
    link.pump.detach()
    this.#host.descriptors.release(link.socket.destroy())
  }

  /** To be called when what was in the way of {@link TcpSocketHost.askToReceive} has changed. */
  pump(): void {
    if (this.#link?.state === 'connected') this.#link.pump.pump()
  }

  get readiness(): Readiness {
    return this.#host.askToReceive(this)
  }

  /**
   * Node tells a turn late what the kernel has taken of TLS: the peer's answer may be here by then. Longer it is not
   * waited for: the kernel may take nothing until the peer has been read from.
   */
  get answersAreDue(): boolean {
    if (!this.secured || this.#sends === 0 || this.#answerTurn === 'over') return false
    if (this.#answerTurn === undefined) setImmediate(() => this.#endAnswerTurn())
    this.#answerTurn = 'running'
    return true
  }

  take(data: Uint8Array, readSize: number): void {
    this.#host.receive(this, data, readSize)
  }

  endReading(code: number): void {
    this.disconnect()
    this.paused = true
    this.#host.receiveError(this, code)
  }

  #endAnswerTurn(): void {
    this.#answerTurn = 'over'
    this.pump()
    this.#answerTurn = undefined
  }

  #configure(act: (connection: net.Socket) => void): number {
    // While connecting Chrome answers 0.
    if (this.#link?.state === 'connecting') return 0
    if (this.#link?.state !== 'connected' || this.secured) return netErrors.ERR_FAILED
    act(this.#link.socket)
    return 0
  }

  #begin(connection: net.Socket, host: string, peerAddress: string): number {
    connection.setKeepAlive(true, keepAlive.ofConnect * 1000)
    this.#peerName = host
    // As it was given: a connection to 0.0.0.0 ends at 127.0.0.1, but Chrome tells what was asked for.
    this.#attach(connection, { ...readEndpoints(connection), peerAddress })
    return 0
  }

  #attach(socket: net.Socket, known: Partial<Endpoints>): void {
    const pump = new ReceivePump(socket, this)
    this.#link = { state: 'connected', socket, pump, known }
    if (!this.paused) pump.setPaused(false)
  }
}
