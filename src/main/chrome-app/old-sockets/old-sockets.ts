import type net from 'node:net'
import type { ServiceApp } from '../../app/services.ts'
import type { Page } from '../../page/page.ts'
import type { Decider } from '../../permissions/authorize.ts'
import { decide } from '../../permissions/authorize.ts'
import type { Operation, Permissions } from '../../permissions/permissions.ts'
import type { Descriptors } from '../../sockets/descriptors.ts'
import type { Endpoints } from '../../sockets/endpoints.ts'
import { SocketTable } from '../../sockets/socket-table.ts'
import type { TcpSocket } from '../../sockets/tcp-socket.ts'
import type { SocketReport } from '../../types.ts'
import type { ClientHost } from './old-client.ts'
import type { ServerHost } from './old-server.ts'
import { OldTcp } from './old-tcp.ts'
import { OldUdp } from './old-udp.ts'
import { writeSocketRule } from './socket-permission.ts'

export type OldSocket = OldTcp | OldUdp

/** What a socket is asked to do, with whom. */
interface Request {
  readonly operation: Operation
  readonly host: string
  readonly port: number
}

/** The sockets of `chrome.socket`, of one app that has pages. They have ids of their own. */
export class OldSockets implements ClientHost, ServerHost {
  readonly #app: ServiceApp
  readonly #decider: Decider
  readonly #table: SocketTable<OldSocket>

  constructor(app: ServiceApp, permissions: Permissions) {
    this.#app = app
    const { hooks, logger } = app
    this.#decider = { manifest: { permissions }, hooks, logger, writeRule: writeSocketRule }
    this.#table = new SocketTable<OldSocket>({
      limit: app.limits.sockets,
      onRemove: (socket) => app.lookUps.abandon(socket),
      onRoom: () => this.#resumeAccepting(),
    })
  }

  get descriptors(): Descriptors {
    return this.#app.delivery.descriptors
  }

  get heldConnections(): number {
    return this.#app.limits.heldConnections
  }

  get isFull(): boolean {
    return this.#table.isFull
  }

  /** Undefined when there are too many already. */
  create(type: OldSocket['type']): OldSocket | undefined {
    return this.#table.add((id): OldSocket => (type === 'tcp' ? new OldTcp(id, this) : new OldUdp(id, this)))
  }

  report(appId: string): SocketReport[] {
    return this.#table.list().map((socket) => socket.report(appId))
  }

  find(id: number): OldSocket | undefined {
    return this.#table.get(id)
  }

  has(socket: OldSocket): boolean {
    return this.#table.has(socket)
  }

  destroy(socket: OldSocket): void {
    this.#table.remove(socket)
    socket.disconnect()
  }

  /** Few at once, many in turns. */
  destroyAll(): void {
    const retired = this.#table.retireAll(() => true)
    for (const socket of retired) if (socket.type === 'tcp') socket.server?.retire()
    this.closeInTurns(retired.map((socket) => () => this.destroy(socket)))
  }

  closeInTurns(closes: readonly (() => void)[]): void {
    this.#app.closings.add(this.#app, closes)
  }

  addClient(connection: net.Socket, known: Partial<Endpoints>): number | undefined {
    return this.#table.add((id) => new OldTcp(id, this, connection, known))?.id
  }

  closeAfterSending(connection: net.Socket, owner: TcpSocket, known: Partial<Endpoints>): void {
    this.#app.delivery.closeAfterSending(connection, owner, known)
  }

  /** The manifest first, then the program's own word. */
  allows(page: Page, { id }: OldSocket, request: Request): boolean | Promise<boolean> {
    return decide(this.#decider, { ...request, url: page.url, socketId: id })
  }

  #resumeAccepting(): void {
    for (const socket of this.#table.list()) if (socket.type === 'tcp') socket.server?.socket.pump()
  }
}
