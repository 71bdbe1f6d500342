import type net from 'node:net'
import type { EventName } from '../../renderer-types/contract/index.ts'
import { netErrors } from '../../renderer-types/net-errors.ts'
import { toArrayBuffer } from '../memory/to-array-buffer.ts'
import type { Page } from '../page/page.ts'
import type { AnySocket } from '../sockets/any-socket.ts'
import type { Datagram } from '../sockets/datagram-queue.ts'
import type { Descriptors } from '../sockets/descriptors.ts'
import type { Endpoints } from '../sockets/endpoints.ts'
import type { LingeringSockets } from '../sockets/lingering-sockets.ts'
import type { Readiness } from '../sockets/readiness.ts'
import type { SocketTable } from '../sockets/socket-table.ts'
import type { TcpServerHost } from '../sockets/tcp-server-socket.ts'
import { TcpServerSocket } from '../sockets/tcp-server-socket.ts'
import type { TcpSocketHost } from '../sockets/tcp-socket.ts'
import { TcpSocket } from '../sockets/tcp-socket.ts'
import type { UdpSocket, UdpSocketHost } from '../sockets/udp-socket.ts'
import type { Obstacle } from '../types.ts'
import type { Watch } from '../watch/watch.ts'
import type { Audience } from './audience.ts'
import { Copies } from './copies.ts'
import type { WaitingRoom } from './waiting-room.ts'

/** The parts of an app between which its sockets are carried. */
export interface Surroundings {
  readonly audience: Audience
  readonly waiting: WaitingRoom
  readonly watch: Watch
  /** Where accepted clients go. */
  readonly clients: SocketTable<TcpSocket>
  readonly lingering: LingeringSockets
  /** Connections that may linger at a time. */
  readonly maxLingering: number
  readonly closeInTurns: TcpServerHost['closeInTurns']
}

/** What the sockets of an app have to tell, on its way to the pages that listen. */
export class Delivery implements TcpServerHost, TcpSocketHost, UdpSocketHost {
  readonly descriptors: Descriptors
  readonly #parts: Surroundings
  readonly #copies: Copies

  constructor(parts: Surroundings, descriptors: Descriptors) {
    this.#parts = parts
    this.#copies = new Copies(() => parts.waiting.callForRoom())
    this.descriptors = descriptors
  }

  askToAccept(server: TcpServerSocket): Readiness {
    const { isFull } = this.#parts.clients
    return this.#ask('tcpServer.onAccept', server, (page) => !isFull && !page.isFull)
  }

  accept(server: TcpServerSocket, connection: net.Socket): void {
    const { audience, clients, watch } = this.#parts
    const client = clients.add((id) => new TcpSocket(id, this, connection, server.known))
    if (client === undefined) {
      this.refuse(server, connection)
      return void connection.resetAndDestroy()
    }
    for (const page of audience.of('tcpServer.onAccept')) page.postAccept(server.id, client.id)
    watch.accepted(client, server)
  }

  refuse(server: TcpServerSocket, connection: net.Socket): void {
    this.#parts.watch.refusedConnection(server, connection)
  }

  closeInTurns(closes: readonly (() => void)[]): void {
    this.#parts.closeInTurns(closes)
  }

  acceptError(socket: TcpServerSocket, resultCode: number): void {
    this.#raiseError('tcpServer.onAcceptError', socket, resultCode)
  }

  askToReceive(socket: TcpSocket): Readiness {
    const { areSpent } = this.#copies
    return this.#ask('tcp.onReceive', socket, (page) => !areSpent && page.hasCredit('tcp', socket.id))
  }

  receive({ id }: TcpSocket, data: Uint8Array, readSize: number): void {
    const hasRoom = (page: Page): boolean => page.hasCredit('tcp', id)
    const pages = this.#parts.audience.of('tcp.onReceive', hasRoom)
    this.#copies.charge(data.byteLength, pages.length)
    for (const page of pages) page.postData(id, readSize, data)
  }

  receiveError(socket: TcpSocket, resultCode: number): void {
    this.#raiseError('tcp.onReceiveError', socket, resultCode)
  }

  /** The app itself has ended the connection: Chrome tells those that listen at this moment. */
  receiveAbort(socket: TcpSocket): void {
    this.#raiseError('tcp.onReceiveError', socket, netErrors.ERR_CONNECTION_CLOSED, 'emit')
  }

  closeAfterSending(connection: net.Socket, owner: TcpSocket, known: Partial<Endpoints>): void {
    const { lingering, maxLingering } = this.#parts
    const { id, name, persistent, retired, secured } = owner
    // Nothing to wait for. (TLS says good-bye to its peer.)
    const isDone = retired || (!secured && connection.writableLength === 0)
    if (isDone || lingering.size >= maxLingering) return this.descriptors.release(connection.destroy())
    lingering.add(connection, { id, name, persistent, secured, known })
  }

  askToReceiveDatagram(socket: UdpSocket): Readiness {
    const { areSpent } = this.#copies
    return this.#ask('udp.onReceive', socket, (page) => !areSpent && page.hasCredit('udp', socket.id))
  }

  receiveDatagram({ id }: UdpSocket, { data: bytes, remoteAddress, remotePort }: Datagram): void {
    const data = toArrayBuffer(bytes)
    const hasRoom = (page: Page): boolean => page.hasCredit('udp', id)
    const pages = this.#parts.audience.of('udp.onReceive', hasRoom)
    this.#copies.charge(data.byteLength, pages.length)
    for (const page of pages)
      page.postDatagram({ kind: 'datagram', socketId: id, data, remoteAddress, remotePort })
  }

  datagramError(socket: UdpSocket, resultCode: number): void {
    this.#raiseError('udp.onReceiveError', socket, resultCode)
  }

  /** Only looks: what waits for room goes on waiting. */
  findObstacle(socket: AnySocket): Obstacle | undefined {
    const [event, hasRoom] = this.#describeWay(socket)
    const pages = this.#parts.audience.of(event, hasRoom)
    if (pages.length === 0) return 'noListener'
    if (event === 'tcpServer.onAccept' && this.#parts.clients.isFull) return 'socketLimit'
    return pages.every(hasRoom) ? undefined : 'pageBehind'
  }

  #describeWay(socket: AnySocket): readonly [EventName, (page: Page) => boolean] {
    const { id } = socket
    if (socket instanceof TcpServerSocket) return ['tcpServer.onAccept', (page) => !page.isFull]
    if (socket instanceof TcpSocket) return ['tcp.onReceive', (page) => page.hasCredit('tcp', id)]
    return ['udp.onReceive', (page) => page.hasCredit('udp', id)]
  }

  #ask(event: EventName, socket: AnySocket, hasRoom: (page: Page) => boolean): Readiness {
    if (socket.retired) return 'unheard'
    const { audience, waiting } = this.#parts
    const pages = audience.of(event, hasRoom)
    const heard = pages.every(hasRoom) ? 'ready' : 'busy'
    return waiting.note(socket, pages.length === 0 ? 'unheard' : heard)
  }

  #raiseError(
    event: 'tcp.onReceiveError' | 'tcpServer.onAcceptError' | 'udp.onReceiveError',
    socket: AnySocket,
    resultCode: number,
    emit: 'emit' | 'emitPatiently' = 'emitPatiently',
  ): void {
    if (socket.retired) return
    const { audience, watch } = this.#parts
    watch.noteResult(socket, event === 'tcpServer.onAcceptError' ? 'accept' : 'receive', resultCode)
    audience[emit](event, { resultCode, socketId: socket.id })
  }
}
