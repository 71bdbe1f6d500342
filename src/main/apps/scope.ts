import type net from 'node:net'
import type { EventName } from '../../renderer-types/contract/index.ts'
import type { EventPayload } from '../../renderer-types/infer.ts'
import type { Permissions } from '../permissions/permissions.ts'
import { LingeringSockets } from '../sockets/lingering-sockets.ts'
import { SocketTable } from '../sockets/socket-table.ts'
import type { TcpServerHost, TcpServerSocket } from '../sockets/tcp-server-socket.ts'
import type { TcpSocketHost } from '../sockets/tcp-socket.ts'
import { TcpSocket } from '../sockets/tcp-socket.ts'
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
export class Scope implements TcpServerHost, TcpSocketHost {
  readonly permissions: Permissions
  readonly tcp = new SocketTable<TcpSocket>()
  readonly tcpServer = new SocketTable<TcpServerSocket>()
  readonly writeQuota = new WriteQuota()
  readonly #pages = new Set<Page>()
  readonly #lingering = new LingeringSockets()

  constructor(permissions: Permissions) {
    this.permissions = permissions
  }

  /** False once another document has taken the page's place, or after {@link dispose}. */
  hasPage(page: Page): boolean {
    return this.#pages.has(page)
  }

  addPage(page: Page): void {
    this.#pages.add(page)
  }

  /** Sockets belong to the app: with its last page go those that are not persistent. */
  removePage(page: Page): void {
    if (!this.#pages.delete(page)) return
    if (this.#pages.size === 0) this.#closeSockets((socket) => !socket.persistent)
    else this.wake()
  }

  /** Lets everything go on that waited for a listener or for a page to take what it was sent. */
  wake(): void {
    for (const server of this.tcpServer.list()) server.pump()
    for (const socket of this.tcp.list()) socket.pump()
  }

  /** The page has taken bytes: what waited for that goes on. */
  acknowledge(page: Page, socketId: number, bytes: number): void {
    const wasFull = page.isFull
    page.acknowledge(socketId, bytes)
    if (wasFull) this.wake()
    else this.tcp.get(socketId)?.pump()
  }

  canAccept(): boolean {
    return this.#isHeard('tcpServer.onAccept')
  }

  accept(server: TcpServerSocket, connection: net.Socket): void {
    const client = this.tcp.add((id) => new TcpSocket(id, this, connection))
    this.#emit('tcpServer.onAccept', { clientSocketId: client.id, socketId: server.id })
  }

  acceptError({ id }: TcpServerSocket, resultCode: number): void {
    this.#emit('tcpServer.onAcceptError', { resultCode, socketId: id })
  }

  canReceive({ id }: TcpSocket): boolean {
    let heard = false
    for (const page of this.#pages) {
      if (!page.listensTo('tcp.onReceive')) continue
      if (!page.hasCredit(id)) return false
      heard = true
    }
    return heard
  }

  receive({ id, readSize }: TcpSocket, bytes: Buffer): void {
    const data = toArrayBuffer(bytes)
    for (const page of this.#pages) if (page.listensTo('tcp.onReceive')) page.postData(id, readSize, data)
  }

  receiveError({ id }: TcpSocket, resultCode: number): void {
    this.#emit('tcp.onReceiveError', { resultCode, socketId: id })
  }

  closeAfterSending(connection: net.Socket): void {
    this.#lingering.add(connection)
  }

  dispose(): void {
    this.#closeSockets(() => true)
    this.#lingering.destroy()
    for (const page of this.#pages) page.end()
    this.#pages.clear()
  }

  #closeSockets(isClosed: (socket: { persistent: boolean }) => boolean): void {
    for (const server of this.tcpServer.list().filter(isClosed)) {
      this.tcpServer.remove(server)
      server.disconnect()
    }
    for (const socket of this.tcp.list().filter(isClosed)) {
      this.tcp.remove(socket)
      socket.destroy()
    }
  }

  #isHeard(event: EventName): boolean {
    for (const page of this.#pages) if (page.listensTo(event)) return true
    return false
  }

  #emit<E extends EventName>(event: E, payload: EventPayload<E>): void {
    for (const page of this.#pages) if (page.listensTo(event)) page.post({ kind: 'event', event, payload })
  }
}
