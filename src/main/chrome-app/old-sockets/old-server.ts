import type net from 'node:net'
import type { AppResult } from '../../../renderer-types/contract/apps/index.ts'
import { netErrors } from '../../../renderer-types/net-errors.ts'
import type { Descriptors } from '../../sockets/descriptors.ts'
import type { Endpoints } from '../../sockets/endpoints.ts'
import type { Readiness } from '../../sockets/readiness.ts'
import type { TcpServerHost } from '../../sockets/tcp-server-socket.ts'
import { TcpServerSocket } from '../../sockets/tcp-server-socket.ts'
import { takeOne, Waiter } from './take-one.ts'

type AcceptInfo = AppResult<'socket', 'accept'>

/** Where accepted clients go. */
export interface ServerHost {
  readonly descriptors: Descriptors
  /** Clients of one server that may wait to be accepted. */
  readonly heldConnections: number
  readonly isFull: boolean
  readonly closeInTurns: TcpServerHost['closeInTurns']
  /** The id of the new socket; undefined where there is no room for it. */
  readonly addClient: (connection: net.Socket, known: Partial<Endpoints>) => number | undefined
}

/** A listener whose clients are accepted one by one, when somebody asks for them. */
export class OldServer implements TcpServerHost {
  readonly socket: TcpServerSocket
  readonly #host: ServerHost
  readonly #acceptor = new Waiter<AcceptInfo>()

  constructor(id: number, host: ServerHost) {
    this.#host = host
    this.socket = new TcpServerSocket(id, this, host.heldConnections)
    this.socket.setPaused(true)
  }

  get descriptors(): Descriptors {
    return this.#host.descriptors
  }

  acceptNext(): Promise<AcceptInfo> | AcceptInfo {
    const cannot = this.socket.address === undefined || this.#acceptor.isWaiting
    if (cannot) return { resultCode: netErrors.ERR_FAILED }
    return this.#acceptor.wait(() => takeOne(this.socket))
  }

  disconnect(): void {
    this.socket.disconnect()
    this.#acceptor.finish({ resultCode: netErrors.ERR_ABORTED })
  }

  /** Whoever has asked for clients has gone. */
  retire(): void {
    this.socket.retired = true
  }

  askToAccept(server: TcpServerSocket): Readiness {
    if (server.retired) return 'unheard'
    return this.#host.isFull ? 'busy' : 'ready'
  }

  accept(server: TcpServerSocket, connection: net.Socket): void {
    const socketId = this.#host.addClient(connection, server.known)
    if (socketId === undefined) connection.resetAndDestroy()
    else this.#acceptor.finish({ resultCode: 0, socketId })
  }

  acceptError(_server: TcpServerSocket, resultCode: number): void {
    this.#acceptor.finish({ resultCode })
  }

  /** The client is reset, and nobody has asked for it. */
  refuse(): void {}

  closeInTurns(closes: readonly (() => void)[]): void {
    this.#host.closeInTurns(closes)
  }
}
