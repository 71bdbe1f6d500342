import type net from 'node:net'
import type { AppResult } from '../../../renderer-types/contract/apps/index.ts'
import { netErrors } from '../../../renderer-types/net-errors.ts'
import type { Descriptors } from '../../sockets/descriptors.ts'
import type { Endpoints } from '../../sockets/endpoints.ts'
import type { Readiness } from '../../sockets/readiness.ts'
import type { TcpSocketHost } from '../../sockets/tcp-socket.ts'
import { TcpSocket } from '../../sockets/tcp-socket.ts'
import { isUnderWay, takeOne, Waiter } from './take-one.ts'

type ReadInfo = AppResult<'socket', 'read'>
export type ClientHost = Pick<TcpSocketHost, 'closeAfterSending' | 'descriptors'>

export const readNothing = (resultCode: number): ReadInfo => ({ data: new ArrayBuffer(0), resultCode })

/** A connection that is read when somebody asks for what has come. */
export class OldClient implements TcpSocketHost {
  readonly isAccepted: boolean
  readonly socket: TcpSocket
  readonly #host: ClientHost
  readonly #reader = new Waiter<ReadInfo>()

  constructor(id: number, host: ClientHost, accepted?: net.Socket, known?: Partial<Endpoints>) {
    this.#host = host
    this.isAccepted = accepted !== undefined
    this.socket = new TcpSocket(id, this, accepted, known)
    this.socket.setPaused(true)
  }

  get descriptors(): Descriptors {
    return this.#host.descriptors
  }

  read(size: number): Promise<ReadInfo> | ReadInfo {
    if (!this.socket.connected) return readNothing(netErrors.ERR_SOCKET_NOT_CONNECTED)
    if (this.#reader.isWaiting) return readNothing(isUnderWay)
    this.socket.bufferSize = size
    return this.#reader.wait(() => takeOne(this.socket))
  }

  /** Resolves to the number of bytes, or to a net error. */
  write(data: Uint8Array): Promise<number> {
    return new Promise((resolve) => {
      this.socket.send(data, (code) => resolve(code === 0 ? data.byteLength : code))
    })
  }

  disconnect(): void {
    this.socket.disconnect()
    this.#reader.finish(readNothing(netErrors.ERR_CONNECTION_CLOSED))
  }

  askToReceive(): Readiness {
    return 'ready'
  }

  /** What has been read is lent. */
  receive(_socket: TcpSocket, data: Uint8Array): void {
    this.#reader.finish({ data: new Uint8Array(data).buffer, resultCode: data.byteLength })
  }

  /** However the connection has ended. */
  receiveError(): void {
    this.#reader.finish(readNothing(0))
  }

  closeAfterSending(connection: net.Socket, owner: TcpSocket, known: Partial<Endpoints>): void {
    this.#host.closeAfterSending(connection, owner, known)
  }
}
