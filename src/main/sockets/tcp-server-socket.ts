import net from 'node:net'
import { netErrors } from '../../renderer-types/net-errors.ts'
import { toNetError } from './net-error.ts'
import { isPort, parseIpLiteral } from './address.ts'
import { BaseSocket } from './base-socket.ts'
import type { Descriptors } from './descriptors.ts'
import type { Endpoints, LocalEndpoint } from './endpoints.ts'
import { readEndpoints, shareEndpoint } from './endpoints.ts'
import { formatAddress } from './format-address.ts'
import type { Readiness } from './readiness.ts'
import { hasSpareDescriptor } from './spare-descriptor.ts'
import { takeClients } from './take-clients.ts'

/** What a listener tells, and asks, the app that owns it. */
export interface TcpServerHost {
  /** What it opens is charged there. */
  readonly descriptors: Descriptors
  askToAccept: (server: TcpServerSocket) => Readiness
  accept: (server: TcpServerSocket, client: net.Socket) => void
  acceptError: (server: TcpServerSocket, code: number) => void
  /** Told of a client that is reset because too many wait already. */
  refuse: (server: TcpServerSocket, client: net.Socket) => void
  /** Has clients closed that nobody was told of: few at once, many in turns. */
  closeInTurns: (closes: readonly (() => void)[]) => void
}

/** Chrome's default is the C library's SOMAXCONN; the kernel's own limit may be lower. */
const defaultBacklog = 4096

/** Of clients that come as 'connection' events. */
const serverOptions = { allowHalfOpen: true, highWaterMark: 1, noDelay: true, pauseOnConnect: true } as const

/** An unheard 'error' would throw; whoever takes the client over hears it anyway. */
const ignoreError = (): void => {}

/** One socket of `chrome.sockets.tcpServer`, listening or not. */
export class TcpServerSocket extends BaseSocket {
  paused = false
  readonly #host: TcpServerHost
  readonly #maxHeld: number
  #server: net.Server | undefined
  #address: LocalEndpoint | undefined
  #backlog = defaultBacklog
  /** Accepted by the kernel and not yet announced: the socket is paused, or nobody listens to onAccept. */
  #held: net.Socket[] = []
  /** As in Chrome an accept is under way while not paused, and pausing lets that one finish. */
  #acceptPending = false

  /** `maxHeld`: clients that may wait to be announced, whatever the backlog. */
  constructor(id: number, host: TcpServerHost, maxHeld: number) {
    super(id)
    this.#host = host
    this.#maxHeld = maxHeld
  }

  get address(): LocalEndpoint | undefined {
    return this.#address
  }

  /** What it knows of the ends of its clients. */
  get known(): Partial<Endpoints> {
    return this.#address === undefined ? {} : shareEndpoint(this.#address)
  }

  /** Clients that wait to be announced. */
  get heldConnections(): number {
    return this.#held.length
  }

  /** How many may wait. */
  get backlog(): number {
    return Math.min(this.#backlog, this.#maxHeld)
  }

  get isTaking(): boolean {
    return this.#acceptPending
  }

  setPaused(paused: boolean): void {
    this.paused = paused
    if (paused) return
    this.#acceptPending = true
    // After the answer, as in Chrome.
    queueMicrotask(() => this.pump())
  }

  /** 0 or a net error, at once where the arguments are to blame. A socket that listens already leaves its old address first. */
  listen(address: string, port: number, backlog: number | undefined): Promise<number> | number {
    const host = parseIpLiteral(address)
    if (host === undefined || backlog === 0 || !isPort(port)) return netErrors.ERR_INVALID_ARGUMENT
    return this.#listen(host, port, backlog)
  }

  async #listen(host: string, port: number, backlog: number | undefined): Promise<number> {
    this.disconnect()
    this.#backlog = backlog === undefined || backlog < 0 ? defaultBacklog : Math.min(backlog, defaultBacklog)
    const server = this.#host.descriptors.open(() => net.createServer(serverOptions))
    if (server === undefined) return netErrors.ERR_INSUFFICIENT_RESOURCES
    this.#server = server
    const code = await this.#open(server, { host, port, backlog: this.#backlog })
    // The page may have disconnected or closed the socket, or called listen again, in the meantime.
    if (this.#server !== server) return netErrors.ERR_ABORTED
    if (code === 0) this.#start(server)
    else this.disconnect()
    return code
  }

  /** Releases address and port at once; clients that were announced live on, others are reset, and count until then. */
  disconnect(): void {
    const { descriptors } = this.#host
    // One that does not listen yet may open its descriptor later, and closes it then.
    if (this.#server?.listening === true) descriptors.release(this.#server)
    this.#server?.close()
    this.#server = undefined
    this.#address = undefined
    const held = this.#held
    this.#held = []
    this.#host.closeInTurns(
      held.map((client) => () => {
        client.resetAndDestroy()
        descriptors.release(client)
      }),
    )
  }

  destroy(): void {
    this.disconnect()
  }

  /** To be called when what was in the way of {@link TcpServerHost.askToAccept} has changed. */
  pump(): void {
    while (this.#acceptPending && this.#held.length > 0 && this.#host.askToAccept(this) === 'ready') {
      const client = this.#held.shift()
      this.#acceptPending = !this.paused
      if (client !== undefined) this.#host.accept(this, client.off('error', ignoreError))
    }
  }

  #open(server: net.Server, options: net.ListenOptions): Promise<number> {
    return new Promise((resolve) => {
      server.on('error', (error) => resolve(toNetError(error)))
      // Closed before it listened, a server says nothing else; an older one may go on to listen all the same.
      server.on('close', () => resolve(netErrors.ERR_ABORTED))
      server.listen(options, () => (this.#server === server ? resolve(0) : server.close()))
    })
  }

  #start(server: net.Server): void {
    const { address, port } = server.address() as net.AddressInfo
    this.#address = { localAddress: formatAddress(address), localPort: port }
    this.#acceptPending = !this.paused
    server.removeAllListeners('error')
    server.on('error', (error) => {
      if (this.#server === server) this.#failAccept(toNetError(error))
    })
    takeClients(server, (client) => this.#hold(server, client))
  }

  #hold(server: net.Server, client: net.Socket): void {
    if (this.#server !== server) return void client.resetAndDestroy()
    const { descriptors } = this.#host
    const isTooMany = this.#held.length >= this.backlog
    if (isTooMany || descriptors.open(() => client) === undefined) {
      this.#host.refuse(this, client)
      client.resetAndDestroy()
    } else {
      client.on('error', ignoreError)
      // Node asks the system once and keeps the answer: a client that has gone before it is announced has no address.
      readEndpoints(client, this.known)
      this.#held.push(client)
      this.pump()
    }
    const isLast = !descriptors.areLeft || !hasSpareDescriptor()
    if (this.#acceptPending && isLast) this.#failAccept(netErrors.ERR_INSUFFICIENT_RESOURCES)
  }

  #failAccept(code: number): void {
    this.paused = true
    this.#acceptPending = false
    this.#host.acceptError(this, code)
  }
}
