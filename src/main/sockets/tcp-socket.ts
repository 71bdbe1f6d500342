import type net from 'node:net'
import { netErrors } from '../../renderer-types/net-errors.ts'
import { formatAddress } from './address.ts'
import { openConnection } from './open-connection.ts'
import type { PumpOwner } from './receive-pump.ts'
import { ReceivePump } from './receive-pump.ts'

/** What a socket tells, and asks, the app that owns it. */
export interface TcpSocketHost {
  canReceive: (socket: TcpSocket) => boolean
  receive: (socket: TcpSocket, data: Buffer) => void
  receiveError: (socket: TcpSocket, code: number) => void
  /** Takes over a connection that is to be closed when it has sent everything. */
  closeAfterSending: (connection: net.Socket) => void
}

export interface TcpProperties {
  persistent?: boolean | undefined
  name?: string | undefined
  bufferSize?: number | undefined
}

interface Endpoints {
  localAddress: string
  localPort: number
  peerAddress: string
  peerPort: number
}

type Link =
  | { readonly state: 'connecting'; readonly attempt: AbortController }
  | {
      readonly state: 'connected'
      readonly socket: net.Socket
      readonly pump: ReceivePump
      readonly endpoints: Endpoints
    }

const defaultBufferSize = 4096
/** Seconds; Linux refuses more. */
const maxKeepAliveDelay = 32_767
/** Chrome's keep-alive for sockets it connects itself, in seconds (Chromium: net/socket/tcp_socket_posix.cc). */
const keepAliveOfConnect = 45

function readEndpoints(socket: net.Socket): Endpoints {
  return {
    localAddress: formatAddress(socket.localAddress ?? ''),
    localPort: socket.localPort ?? 0,
    peerAddress: formatAddress(socket.remoteAddress ?? ''),
    peerPort: socket.remotePort ?? 0,
  }
}

/** One socket of `chrome.sockets.tcp`, connected or not. */
export class TcpSocket {
  readonly id: number
  persistent = false
  name = ''
  bufferSize: number | undefined
  paused: boolean
  readonly #host: TcpSocketHost
  readonly #accepted: boolean
  #link: Link | undefined

  constructor(id: number, host: TcpSocketHost, accepted?: net.Socket) {
    this.id = id
    this.#host = host
    this.#accepted = accepted !== undefined
    this.paused = this.#accepted
    if (accepted !== undefined) this.#attach(accepted)
  }

  get connected(): boolean {
    return this.#link?.state === 'connected'
  }

  /** Bytes of one `onReceive` event, at most. */
  get readSize(): number {
    return this.bufferSize !== undefined && this.bufferSize > 0 ? this.bufferSize : defaultBufferSize
  }

  get endpoints(): Endpoints | undefined {
    return this.#link?.state === 'connected' ? this.#link.endpoints : undefined
  }

  update({ persistent, name, bufferSize }: TcpProperties): void {
    this.persistent = persistent ?? this.persistent
    this.name = name ?? this.name
    this.bufferSize = bufferSize ?? this.bufferSize
  }

  setPaused(paused: boolean): void {
    this.paused = paused
    if (this.#link?.state === 'connected') this.#link.pump.setPaused(paused)
  }

  /** Tries the addresses one after the other; resolves to 0 or to the last one's net error. */
  async connect(addresses: readonly string[], port: number): Promise<number> {
    if (this.connected) return netErrors.ERR_SOCKET_IS_CONNECTED
    // Chrome has no way back from an accepted socket to a fresh one: it crashes here.
    if (this.#link !== undefined || this.#accepted) return netErrors.ERR_CONNECTION_FAILED
    let code: number = netErrors.ERR_NAME_NOT_RESOLVED
    for (const address of addresses) {
      const attempt = new AbortController()
      this.#link = { state: 'connecting', attempt }
      const result = await openConnection(address, port, attempt.signal)
      if (typeof result !== 'number') return this.#begin(result)
      code = result
      if (code === netErrors.ERR_ABORTED) break
      this.#link = undefined
    }
    return code
  }

  /** Resolves to 0 when the kernel has taken all bytes. */
  send(data: Uint8Array): Promise<number> {
    const link = this.#link
    if (link?.state !== 'connected') return Promise.resolve(netErrors.ERR_SOCKET_NOT_CONNECTED)
    return new Promise((resolve) => {
      link.socket.write(data, (error) => {
        // Node reports no error for a write that was cut off by the end of the socket.
        const isSent = !(error instanceof Error) && !link.socket.destroyed
        if (!isSent && this.#link === link) link.pump.breakOff(error)
        resolve(isSent ? 0 : netErrors.ERR_FAILED)
      })
    })
  }

  setNoDelay(noDelay: boolean): number {
    if (this.#link?.state !== 'connected') return netErrors.ERR_FAILED
    this.#link.socket.setNoDelay(noDelay)
    return 0
  }

  /** `delay` in seconds, 0 for the system's own. */
  setKeepAlive(enable: boolean, delay: number): number {
    if (this.#link?.state !== 'connected') return netErrors.ERR_FAILED
    if (enable && (delay < 0 || delay > maxKeepAliveDelay)) return netErrors.ERR_FAILED
    this.#link.socket.setKeepAlive(enable, delay * 1000)
    return 0
  }

  /** True when a read was under way, which Chrome then ends with an error event. */
  disconnect(): boolean {
    const link = this.#link
    this.#link = undefined
    if (link?.state === 'connecting') link.attempt.abort()
    if (link?.state !== 'connected') return false
    const { readPending } = link.pump
    link.pump.detach()
    this.#host.closeAfterSending(link.socket)
    return readPending
  }

  /** Closes at once: nothing more is sent. */
  destroy(): void {
    const link = this.#link
    this.#link = undefined
    if (link?.state === 'connecting') link.attempt.abort()
    if (link?.state !== 'connected') return
    link.pump.detach()
    link.socket.destroy()
  }

  /** To be called when what was in the way of {@link TcpSocketHost.canReceive} has changed. */
  pump(): void {
    if (this.#link?.state === 'connected') this.#link.pump.pump()
  }

  #begin(connection: net.Socket): number {
    connection.setKeepAlive(true, keepAliveOfConnect * 1000)
    this.#attach(connection)
    return 0
  }

  #attach(socket: net.Socket): void {
    const owner: PumpOwner = {
      canTake: () => this.#host.canReceive(this),
      take: (data) => this.#host.receive(this, data),
      readSize: () => this.readSize,
      end: (code) => this.#end(code),
      lose: () => this.disconnect(),
    }
    const pump = new ReceivePump(socket, owner)
    this.#link = { state: 'connected', socket, pump, endpoints: readEndpoints(socket) }
    if (!this.paused) pump.setPaused(false)
  }

  #end(code: number): void {
    this.disconnect()
    this.paused = true
    this.#host.receiveError(this, code)
  }
}
