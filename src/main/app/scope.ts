import type net from 'node:net'
import type { EventName, Namespace } from '../../renderer-types/contract/index.ts'
import { netErrors } from '../../renderer-types/net-errors.ts'
import type { Limits } from '../types.ts'
import { defaultLimits } from '../install/limits.ts'
import type { PermissionHooks } from '../permissions/authorize.ts'
import type { App } from '../permissions/manifest.ts'
import type { Datagram } from '../sockets/datagram-queue.ts'
import type { Endpoints } from '../sockets/endpoints.ts'
import { LingeringSockets } from '../sockets/lingering-sockets.ts'
import { SocketTable } from '../sockets/socket-table.ts'
import type { TcpServerHost, TcpServerSocket } from '../sockets/tcp-server-socket.ts'
import type { TcpSocketHost } from '../sockets/tcp-socket.ts'
import { TcpSocket } from '../sockets/tcp-socket.ts'
import type { UdpSocket, UdpSocketHost } from '../sockets/udp-socket.ts'
import { toArrayBuffer } from '../memory/to-array-buffer.ts'
import type { AnySocket } from '../watch/report.ts'
import { Watch } from '../watch/watch.ts'
import { Audience } from './audience.ts'
import { Budget } from '../memory/budget.ts'
import type { Page } from '../page/page.ts'
import { WaitingRoom } from './waiting-room.ts'

export interface ScopeSettings {
  /** Trusted by `secure` besides the well-known ones, in PEM. */
  readonly certificateAuthorities: readonly string[]
  /** The app's own word on permissions, and its logger. */
  readonly hooks: PermissionHooks
  readonly limits: Limits
}

/** One app: its sockets, its pages, what it may do. Nothing in here can be reached from another scope. */
export class Scope implements TcpServerHost, TcpSocketHost, UdpSocketHost {
  readonly app: App
  readonly certificateAuthorities: readonly string[]
  readonly limits: Limits
  readonly hooks: PermissionHooks
  readonly tcp: SocketTable<TcpSocket>
  readonly tcpServer: SocketTable<TcpServerSocket>
  readonly udp: SocketTable<UdpSocket>
  /** Bytes given to `send` and not yet sent, of all sockets (Chromium: write_quota_checker.cc). */
  readonly writeQuota: Budget
  /** Characters of the names of all sockets. Chrome has no limit, but its sockets are not in one process. */
  readonly names = new Budget(16 * 1024 * 1024)
  /** Bytes of messages of which a small part has not been sent yet. */
  readonly heldMessages = new Budget(16 * 1024 * 1024)
  readonly lingering = new LingeringSockets()
  readonly watch: Watch
  readonly #audience = new Audience()
  readonly #waiting = new WaitingRoom()
  #wakeQueued = false

  constructor(app: App, settings: Partial<ScopeSettings> = {}) {
    const { certificateAuthorities = [], hooks = { logger: console }, limits = defaultLimits } = settings
    this.app = app
    this.certificateAuthorities = certificateAuthorities
    this.hooks = hooks
    this.limits = limits
    this.watch = new Watch(app.id)
    const onRemove = (socket: AnySocket): void => {
      this.names.giveBack(socket.name.length)
      this.watch.closed(socket)
    }
    this.tcp = new SocketTable<TcpSocket>(limits.sockets, () => this.#waiting.callAll(), onRemove)
    this.tcpServer = new SocketTable<TcpServerSocket>(limits.sockets, undefined, onRemove)
    this.udp = new SocketTable<UdpSocket>(limits.sockets, undefined, onRemove)
    this.writeQuota = new Budget(limits.writeQuota)
  }

  get tables(): readonly (SocketTable<TcpServerSocket> | SocketTable<TcpSocket> | SocketTable<UdpSocket>)[] {
    return [this.tcpServer, this.tcp, this.udp]
  }

  findSocket(namespace: Namespace, id: number): AnySocket | undefined {
    return namespace === 'network' ? undefined : this[namespace].get(id)
  }

  /** Sockets of one API: the length of its list. */
  countSockets(namespace: Namespace): number {
    return namespace === 'network' ? 1 : this[namespace].size
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
    this.#audience.emitLate()
    for (const table of this.tables) for (const socket of table.list()) socket.pump()
  }

  /** All sockets are woken once for a turn, however often a page changes its mind in it. */
  setInterest(page: Page, event: EventName, listening: boolean): void {
    if (page.listensTo(event) === listening) return
    this.#audience.setInterest(page, event, listening)
    if (this.#wakeQueued) return
    this.#wakeQueued = true
    queueMicrotask(() => {
      this.#wakeQueued = false
      this.wake()
    })
  }

  /** The page has dealt with that many messages: what waited for that goes on. */
  acknowledge(page: Page, messages: number): void {
    if (messages === 0) return
    page.acknowledge(messages)
    // After the page was sent what had waited: until then it counts as full.
    queueMicrotask(() => this.#waiting.callAll())
  }

  canAccept(server: TcpServerSocket): boolean {
    return this.#canTake('tcpServer.onAccept', server, (page) => !this.tcp.isFull && !page.isFull)
  }

  accept(server: TcpServerSocket, connection: net.Socket): void {
    const client = this.tcp.add((id) => new TcpSocket(id, this, connection, server.known))
    if (client === undefined) {
      this.refuse(server, connection)
      return void connection.resetAndDestroy()
    }
    for (const page of this.#audience.of('tcpServer.onAccept')) page.postAccept(server.id, client.id)
    this.watch.accepted(client, server)
  }

  refuse(server: TcpServerSocket, connection: net.Socket): void {
    this.watch.refusedConnection(server, connection)
  }

  acceptError(socket: TcpServerSocket, resultCode: number): void {
    this.#raiseError('tcpServer.onAcceptError', socket, resultCode)
  }

  canReceive(): boolean {
    return this.#audience.of('tcp.onReceive').length > 0
  }

  isBehind(socket: TcpSocket): boolean {
    const hasRoom = (page: Page): boolean => page.hasCredit('tcp', socket.id)
    return this.canReceive() && !this.#canTake('tcp.onReceive', socket, hasRoom)
  }

  receive({ id }: TcpSocket, data: Uint8Array, readSize: number): void {
    const hasRoom = (page: Page): boolean => page.hasCredit('tcp', id)
    for (const page of this.#audience.of('tcp.onReceive', hasRoom)) page.postData(id, readSize, data)
  }

  receiveError(socket: TcpSocket, resultCode: number): void {
    this.#raiseError('tcp.onReceiveError', socket, resultCode)
  }

  /** The app itself has ended the connection: Chrome tells those that listen at this moment. */
  receiveAbort(socket: TcpSocket): void {
    this.#raiseError('tcp.onReceiveError', socket, netErrors.ERR_CONNECTION_CLOSED, 'emit')
  }

  closeAfterSending(connection: net.Socket, owner: TcpSocket, known: Partial<Endpoints>): void {
    const { id, name, persistent, secured } = owner
    // Nothing to wait for. (TLS says good-bye to its peer.)
    const isDone = !secured && connection.writableLength === 0
    if (isDone || this.lingering.size >= this.limits.sockets) return void connection.destroy()
    this.lingering.add(connection, { id, name, persistent, secured, known })
  }

  canReceiveDatagram(socket: UdpSocket): boolean {
    return this.#canTake('udp.onReceive', socket, (page) => page.hasCredit('udp', socket.id))
  }

  receiveDatagram({ id }: UdpSocket, { data: bytes, remoteAddress, remotePort }: Datagram): void {
    const data = toArrayBuffer(bytes)
    const hasRoom = (page: Page): boolean => page.hasCredit('udp', id)
    for (const page of this.#audience.of('udp.onReceive', hasRoom))
      page.postDatagram({ kind: 'datagram', socketId: id, data, remoteAddress, remotePort })
  }

  datagramError(socket: UdpSocket, resultCode: number): void {
    this.#raiseError('udp.onReceiveError', socket, resultCode)
  }

  dispose(): void {
    this.#closeSockets(() => true)
    this.lingering.destroy()
    this.#waiting.close()
    this.#audience.end()
  }

  #canTake(event: EventName, socket: AnySocket, hasRoom: (page: Page) => boolean): boolean {
    const pages = this.#audience.of(event, hasRoom)
    return pages.length > 0 && this.#waiting.check(socket, pages.every(hasRoom))
  }

  #raiseError(
    event: 'tcp.onReceiveError' | 'tcpServer.onAcceptError' | 'udp.onReceiveError',
    socket: AnySocket,
    resultCode: number,
    emit: 'emit' | 'emitPatiently' = 'emitPatiently',
  ): void {
    this.watch.failed(socket, event === 'tcpServer.onAcceptError' ? 'accept' : 'receive', resultCode)
    this.#audience[emit](event, { resultCode, socketId: socket.id })
  }

  #closeSockets(isClosed: (socket: { persistent: boolean }) => boolean): void {
    for (const table of this.tables) {
      for (const socket of table.removeAll(isClosed)) socket.destroy()
    }
  }
}
