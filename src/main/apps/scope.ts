import type net from 'node:net'
import type { Namespace } from '../../renderer-types/contract/index.ts'
import type { TookRecord } from '../../renderer-types/wire.ts'
import type { App } from '../permissions/manifest.ts'
import type { Datagram } from '../sockets/datagram-queue.ts'
import { LingeringSockets } from '../sockets/lingering-sockets.ts'
import { SocketTable } from '../sockets/socket-table.ts'
import type { TcpServerHost, TcpServerSocket } from '../sockets/tcp-server-socket.ts'
import type { TcpSocketHost } from '../sockets/tcp-socket.ts'
import { TcpSocket } from '../sockets/tcp-socket.ts'
import type { UdpSocket, UdpSocketHost } from '../sockets/udp-socket.ts'
import { Audience } from './audience.ts'
import type { Page } from './page.ts'
import { WriteQuota } from './write-quota.ts'

/** The bytes alone, not the larger block that a small Buffer may be a part of. */
function toArrayBuffer(bytes: Buffer): ArrayBuffer {
  const { buffer, byteLength } = bytes
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength
    ? buffer
    : new Uint8Array(bytes).buffer
}

/** One app: its sockets, its pages, what it may do. Nothing in here can be reached from another scope. */
export class Scope implements TcpServerHost, TcpSocketHost, UdpSocketHost {
  readonly app: App
  /** Trusted by `secure` besides the well-known ones, in PEM. */
  readonly certificateAuthorities: readonly string[]
  readonly tcp = new SocketTable<TcpSocket>()
  readonly tcpServer = new SocketTable<TcpServerSocket>()
  readonly udp = new SocketTable<UdpSocket>()
  readonly writeQuota = new WriteQuota()
  readonly #audience = new Audience()
  readonly #lingering = new LingeringSockets()

  constructor(app: App, certificateAuthorities: readonly string[] = []) {
    this.app = app
    this.certificateAuthorities = certificateAuthorities
  }

  findSocket(namespace: Namespace, id: number): TcpSocket | TcpServerSocket | UdpSocket | undefined {
    return namespace === 'network' ? undefined : this[namespace].get(id)
  }

  /** False once another document has taken the page's place, or after {@link dispose}. */
  hasPage(page: Page): boolean {
    return this.#audience.has(page)
  }

  addPage(page: Page): void {
    this.#audience.add(page)
  }

  /** Sockets belong to the app: with its last page go those that are not persistent. */
  removePage(page: Page): void {
    if (!this.#audience.remove(page)) return
    if (this.#audience.isEmpty) this.#closeSockets((socket) => !socket.persistent)
    else this.wake()
  }

  /** Lets everything go on that waited for a listener or for a page to take what it was sent. */
  wake(): void {
    for (const table of [this.tcpServer, this.tcp, this.udp]) for (const socket of table.list()) socket.pump()
  }

  /** The page has taken bytes: what waited for that goes on. */
  acknowledge(page: Page, { bytes, socketId, stream }: TookRecord): void {
    const wasFull = page.isFull
    page.acknowledge(stream, socketId, bytes)
    if (wasFull) this.wake()
    else this[stream].get(socketId)?.pump()
  }

  canAccept(): boolean {
    return this.#audience.hears('tcpServer.onAccept')
  }

  accept(server: TcpServerSocket, connection: net.Socket): void {
    const client = this.tcp.add((id) => new TcpSocket(id, this, connection))
    this.#audience.emit('tcpServer.onAccept', { clientSocketId: client.id, socketId: server.id })
  }

  acceptError({ id }: TcpServerSocket, resultCode: number): void {
    this.#audience.emit('tcpServer.onAcceptError', { resultCode, socketId: id })
  }

  canReceive({ id }: TcpSocket): boolean {
    return this.#audience.canReceive('tcp', id)
  }

  receive({ id }: TcpSocket, bytes: Buffer, readSize: number): void {
    const data = toArrayBuffer(bytes)
    this.#audience.forReceivers('tcp', (page) =>
      page.postData('tcp', { kind: 'data', socketId: id, bufferSize: readSize, data }),
    )
  }

  receiveError({ id }: TcpSocket, resultCode: number): void {
    this.#audience.emit('tcp.onReceiveError', { resultCode, socketId: id })
  }

  closeAfterSending(connection: net.Socket): void {
    this.#lingering.add(connection)
  }

  canReceiveDatagram({ id }: UdpSocket): boolean {
    return this.#audience.canReceive('udp', id)
  }

  receiveDatagram({ id }: UdpSocket, { data: bytes, remoteAddress, remotePort }: Datagram): void {
    const data = toArrayBuffer(bytes)
    this.#audience.forReceivers('udp', (page) =>
      page.postData('udp', { kind: 'datagram', socketId: id, data, remoteAddress, remotePort }),
    )
  }

  datagramError({ id }: UdpSocket, resultCode: number): void {
    this.#audience.emit('udp.onReceiveError', { resultCode, socketId: id })
  }

  dispose(): void {
    this.#closeSockets(() => true)
    this.#lingering.destroy()
    this.#audience.end()
  }

  #closeSockets(isClosed: (socket: { persistent: boolean }) => boolean): void {
    for (const table of [this.tcpServer, this.tcp, this.udp]) {
      for (const socket of table.removeAll(isClosed)) socket.destroy()
    }
  }
}
