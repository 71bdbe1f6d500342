import type { AppResult } from '../../../renderer-types/contract/apps/index.ts'
import { netErrors } from '../../../renderer-types/net-errors.ts'
import { toArrayBuffer } from '../../memory/to-array-buffer.ts'
import type { Datagram } from '../../sockets/datagram-queue.ts'
import type { Descriptors } from '../../sockets/descriptors.ts'
import type { Readiness } from '../../sockets/readiness.ts'
import type { UdpSocketHost } from '../../sockets/udp-socket.ts'
import { UdpSocket } from '../../sockets/udp-socket.ts'
import type { SocketReport } from '../../types.ts'
import { reportOldSocket } from '../../watch/report.ts'
import { isUnderWay, takeOne, Waiter } from './take-one.ts'

type Received = AppResult<'socket', 'recvFrom'>

const receivedNothing = (resultCode: number): Received => ({
  address: '',
  data: new ArrayBuffer(0),
  port: 0,
  resultCode,
})

/** Where a connected socket sends, and whom it hears. */
interface Peer {
  readonly peerAddress: string
  readonly peerPort: number
}

/** A socket of `chrome.socket` of the type `udp`. */
export class OldUdp implements UdpSocketHost {
  readonly type = 'udp'
  readonly id: number
  readonly descriptors: Descriptors
  readonly #reader = new Waiter<Received>()
  readonly #receiver = new Waiter<Received>()
  #socket: UdpSocket
  #peer: Peer | undefined

  constructor(id: number, { descriptors }: { readonly descriptors: Descriptors }) {
    this.id = id
    this.descriptors = descriptors
    this.#socket = this.#create()
  }

  #create(): UdpSocket {
    const socket = new UdpSocket(this.id, this)
    socket.setPaused(true)
    return socket
  }

  get socket(): UdpSocket {
    return this.#socket
  }

  get isConnected(): boolean {
    return this.#peer !== undefined
  }

  describe(): AppResult<'socket', 'getInfo'> {
    return { connected: this.isConnected, ...this.#socket.address, ...this.#peer, socketType: this.type }
  }

  report(appId: string): SocketReport {
    return { ...reportOldSocket(appId, this.#socket), ...this.#peer }
  }

  async connect(address: string, port: number): Promise<number> {
    const code = await this.#socket.connect(address, port)
    if (code === 0) this.#peer = { peerAddress: address, peerPort: port }
    return code
  }

  /** Of the peer of a connected socket. */
  async read(size: number): Promise<AppResult<'socket', 'read'>> {
    const { data, resultCode } = await this.#receive(this.#reader, size, this.isConnected)
    return { data, resultCode }
  }

  recvFrom(size: number): Promise<Received> | Received {
    return this.#receive(this.#receiver, size, this.#socket.address !== undefined && !this.isConnected)
  }

  #receive(waiter: Waiter<Received>, size: number, isRight: boolean): Promise<Received> | Received {
    if (waiter.isWaiting) return receivedNothing(isUnderWay)
    if (size < 0) return receivedNothing(netErrors.ERR_INVALID_ARGUMENT)
    if (!isRight) return receivedNothing(netErrors.ERR_SOCKET_NOT_CONNECTED)
    this.#socket.bufferSize = size
    return waiter.wait(() => takeOne(this.#socket))
  }

  /** Resolves to the number of bytes, or to a net error. */
  write(data: Uint8Array): Promise<number> | number {
    if (this.#peer === undefined) return netErrors.ERR_SOCKET_NOT_CONNECTED
    return this.#count(data, this.#socket.sendToPeer(data))
  }

  sendTo(data: Uint8Array, address: string, port: number): Promise<number> | number {
    if (this.isConnected) return netErrors.ERR_SOCKET_NOT_CONNECTED
    return this.#count(data, this.#socket.send(data, address, port))
  }

  async #count({ byteLength }: Uint8Array, sending: Promise<number>): Promise<number> {
    const code = await sending
    return code === 0 ? byteLength : code
  }

  /** What it was asked for and cannot have any more is answered. */
  disconnect(): void {
    this.#socket.destroy()
    this.#socket = this.#create()
    this.#peer = undefined
    this.#fail(netErrors.ERR_CONNECTION_CLOSED)
  }

  #fail(resultCode: number): void {
    for (const waiter of [this.#reader, this.#receiver]) waiter.finish(receivedNothing(resultCode))
  }

  askToReceiveDatagram(): Readiness {
    return 'ready'
  }

  receiveDatagram(_socket: UdpSocket, { data, remoteAddress, remotePort }: Datagram): void {
    const resultCode = data.byteLength
    const waiter = this.#reader.isWaiting ? this.#reader : this.#receiver
    waiter.finish({ address: remoteAddress, data: toArrayBuffer(data), port: remotePort, resultCode })
  }

  datagramError(_socket: UdpSocket, resultCode: number): void {
    this.#fail(resultCode)
  }
}
