import { EventEmitter } from 'node:events'
import type net from 'node:net'
import { describeNetError } from '../../renderer-types/net-errors.ts'
import type { Refusal, SocketEventEmitter, SocketEvents, SocketFailure, SocketReport } from '../types.ts'
import { formatAddress } from '../sockets/format-address.ts'
import type { AnySocket } from '../sockets/any-socket.ts'
import type { Denial } from './denials.ts'
import { Denials } from './denials.ts'
import type { FindObstacle } from './report.ts'
import { reportSocket } from './report.ts'

/** Tells the app's main process what happens to its sockets. What nobody listens to is not even put together. */
export class Watch {
  readonly events: SocketEventEmitter = new EventEmitter()
  readonly #app: { readonly id: string }
  readonly #findObstacle: FindObstacle
  readonly #denials = new Denials((denial) => this.refused(denial))

  constructor(app: { readonly id: string }, findObstacle: FindObstacle) {
    this.#app = app
    this.#findObstacle = findObstacle
  }

  report(socket: AnySocket): SocketReport {
    return reportSocket(this.#app.id, socket, this.#findObstacle)
  }

  opened(socket: AnySocket): void {
    this.#tell('opened', () => [this.report(socket)])
  }

  accepted(client: AnySocket, server: AnySocket): void {
    this.#tell('accepted', () => [this.report(client), this.report(server)])
  }

  closed(socket: AnySocket): void {
    this.#tell('closed', () => [{ ...this.report(socket), state: 'closed' }])
  }

  /** Hands the code on; 0 is no failure. */
  noteResult(socket: AnySocket, operation: SocketFailure['operation'], code: number): number {
    if (code !== 0)
      this.#tell('error', () => [
        { socket: this.report(socket), operation, code, message: describeNetError(code) },
      ])
    return code
  }

  /** A client is reset: there is no room for it. */
  refusedConnection(server: AnySocket, { remoteAddress = '', remotePort: peerPort = 0 }: net.Socket): void {
    this.#tell('refused', () => {
      const peerAddress = formatAddress(remoteAddress)
      return [{ reason: 'connection', socket: this.report(server), peerAddress, peerPort }]
    })
  }

  refused(refusal: Exclude<Refusal, { reason: 'connection' }>): void {
    this.#tell('refused', () => [refusal])
  }

  denied(page: object, denial: Omit<Denial, 'count'>): void {
    if (this.events.listenerCount('refused') > 0) this.#denials.add(page, denial)
  }

  /** Not at once: a listener that throws, or closes the socket, is no part of what it hears of. */
  #tell<E extends keyof SocketEvents>(event: E, gather: () => SocketEvents[E]): void {
    const isHeard = (): boolean => this.events.listenerCount(event) > 0
    if (!isHeard()) return
    const args = gather()
    process.nextTick(() => {
      // The last listener may have gone meanwhile, and an unheard 'error' would throw.
      if (isHeard()) this.events.emit(event, ...args)
    })
  }
}
