import { EventEmitter } from 'node:events'
import type net from 'node:net'
import { describeNetError } from '../../renderer-types/net-errors.ts'
import type { Refusal, SocketEvents, SocketFailure } from '../index.ts'
import { formatAddress } from '../sockets/address.ts'
import type { AnySocket } from './report.ts'
import { reportSocket } from './report.ts'

/** Tells the app's main process what happens to its sockets. What nobody listens to is not even put together. */
export class Watch {
  readonly events = new EventEmitter<SocketEvents>()
  readonly #appId: string

  constructor(appId: string) {
    this.#appId = appId
  }

  opened(socket: AnySocket): void {
    if (this.#isHeard('opened')) this.#emit('opened', reportSocket(this.#appId, socket))
  }

  accepted(client: AnySocket, server: AnySocket): void {
    if (!this.#isHeard('accepted')) return
    this.#emit('accepted', reportSocket(this.#appId, client), reportSocket(this.#appId, server))
  }

  closed(socket: AnySocket): void {
    if (!this.#isHeard('closed')) return
    this.#emit('closed', { ...reportSocket(this.#appId, socket), state: 'closed' })
  }

  /** Hands the code on; 0 is no failure. */
  failed(socket: AnySocket, operation: SocketFailure['operation'], code: number): number {
    if (code === 0 || !this.#isHeard('error')) return code
    const message = describeNetError(code)
    this.#emit('error', { socket: reportSocket(this.#appId, socket), operation, code, message })
    return code
  }

  /** A client is reset: there is no room for it. */
  refusedConnection(server: AnySocket, { remoteAddress = '', remotePort = 0 }: net.Socket): void {
    if (!this.#isHeard('refused')) return
    const socket = reportSocket(this.#appId, server)
    const peerAddress = formatAddress(remoteAddress)
    this.#emit('refused', { reason: 'connection', socket, peerAddress, peerPort: remotePort })
  }

  refused(refusal: Exclude<Refusal, { reason: 'connection' }>): void {
    if (this.#isHeard('refused')) this.#emit('refused', refusal)
  }

  #isHeard(event: keyof SocketEvents): boolean {
    return this.events.listenerCount(event) > 0
  }

  /** Not at once: a listener that throws, or closes the socket, is no part of what it hears of. */
  #emit<E extends keyof SocketEvents>(event: E, ...args: SocketEvents[E]): void {
    process.nextTick(() => {
      // The last listener may have gone meanwhile, and an unheard 'error' would throw.
      if (this.#isHeard(event)) this.events.emit<keyof SocketEvents>(event, ...args)
    })
  }
}
