import type { Namespace } from '../../renderer-types/contract/index.ts'
import type { AnyEventName } from '../../renderer-types/wire.ts'
import { Budget } from '../memory/budget.ts'
import type { Page } from '../page/page.ts'
import type { PermissionHooks } from '../permissions/authorize.ts'
import type { AppManifest } from '../manifest/read-manifest.ts'
import type { AnySocket } from '../sockets/any-socket.ts'
import { LingeringSockets } from '../sockets/lingering-sockets.ts'
import type { LookUpPool } from '../sockets/look-up-pool.ts'
import type { Resolver } from '../sockets/look-ups.ts'
import { LookUps } from '../sockets/look-ups.ts'
import { SocketTable } from '../sockets/socket-table.ts'
import type { TcpServerSocket } from '../sockets/tcp-server-socket.ts'
import type { TcpSocket } from '../sockets/tcp-socket.ts'
import type { UdpSocket } from '../sockets/udp-socket.ts'
import type { Limits, Logger } from '../types.ts'
import { Watch } from '../watch/watch.ts'
import { Audience } from './audience.ts'
import type { Closings } from './closings.ts'
import type { Delivery, Surroundings } from './delivery.ts'
import type { Services } from './services.ts'
import { WaitingRoom } from './waiting-room.ts'

export interface AppSettings {
  /** Trusted by `secure` besides the well-known ones, in PEM. */
  readonly certificateAuthorities: readonly string[]
  /** Of the whole process. */
  readonly closings: Closings
  /** Called when the first socket is made: until then a program need not load what sockets are made of. */
  readonly createDelivery: (parts: Surroundings) => Delivery
  readonly resolver: Resolver
  /** Of the whole process. */
  readonly lookUpPool: LookUpPool
  /** The app's own word on permissions. */
  readonly hooks: PermissionHooks
  readonly limits: Limits
  readonly logger: Logger
  readonly services?: Services | undefined
}

/** One app: its sockets, its pages, what it may do. Nothing in here can be reached from another app. */
export class App {
  readonly manifest: AppManifest
  readonly certificateAuthorities: readonly string[]
  readonly closings: Closings
  readonly limits: Limits
  readonly hooks: PermissionHooks
  readonly logger: Logger
  /** What its pages have besides sockets. */
  readonly services: Services | undefined
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
  readonly lookUps: LookUps
  readonly watch: Watch
  readonly #audience = new Audience()
  readonly #waiting = new WaitingRoom()
  readonly #createDelivery: () => Delivery
  #delivery: Delivery | undefined
  #wakeQueued = false

  constructor(manifest: AppManifest, settings: AppSettings) {
    const { certificateAuthorities, createDelivery, hooks, limits, logger, lookUpPool, resolver, services } =
      settings
    this.closings = settings.closings
    this.lookUps = new LookUps(resolver, lookUpPool)
    this.manifest = manifest
    this.certificateAuthorities = certificateAuthorities
    this.hooks = hooks
    this.limits = limits
    this.logger = logger
    this.services = services
    this.watch = new Watch(manifest, (socket) => this.delivery.findObstacle(socket))
    const onRemove = (socket: AnySocket): void => {
      this.names.giveBack(socket.name.length)
      this.lookUps.abandon(socket)
      this.#waiting.forget(socket)
      this.watch.closed(socket)
    }
    const options = { limit: limits.sockets, onRemove }
    this.tcp = new SocketTable<TcpSocket>({ ...options, onRoom: () => this.#waiting.callForRoom() })
    this.tcpServer = new SocketTable<TcpServerSocket>(options)
    this.udp = new SocketTable<UdpSocket>(options)
    this.writeQuota = new Budget(limits.writeQuota)
    this.#createDelivery = () =>
      createDelivery({
        audience: this.#audience,
        waiting: this.#waiting,
        watch: this.watch,
        clients: this.tcp,
        lingering: this.lingering,
        maxLingering: limits.sockets,
        closeInTurns: (closes) => this.closings.add(this, closes),
      })
  }

  get delivery(): Delivery {
    return (this.#delivery ??= this.#createDelivery())
  }

  get tables(): readonly (SocketTable<TcpServerSocket> | SocketTable<TcpSocket> | SocketTable<UdpSocket>)[] {
    return [this.tcpServer, this.tcp, this.udp]
  }

  findSocket(namespace: Namespace, id: number): AnySocket | undefined {
    return namespace === 'network' ? undefined : this[namespace].get(id)
  }

  /** False once another document has taken the page's place, or after {@link dispose}. */
  hasPage(page: Page): boolean {
    return this.#audience.has(page)
  }

  addPage(page: Page): void {
    this.#audience.add(page)
    this.services?.opened(page)
  }

  /** Sockets belong to the app: with its last page go those that are not persistent. */
  removePage(page: Page): void {
    if (!this.#audience.remove(page)) return
    this.services?.closed(page)
    const keepsPersistent = this.services?.keepsSockets() !== false
    if (this.#audience.isEmpty) this.#retireSockets((socket) => !socket.persistent || !keepsPersistent)
    else this.wake()
  }

  /** Lets everything go on that waited for a listener or for a page to take what it was sent. */
  wake(): void {
    this.#audience.emitLate()
    this.#waiting.callAll()
  }

  /** Sockets are woken once for a turn, however often a page changes its mind in it. */
  setInterest(page: Page, event: AnyEventName, listening: boolean): void {
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
    queueMicrotask(() => this.#waiting.callForRoom())
  }

  dispose(): void {
    this.#retireSockets(() => true)
    this.closings.finish(this)
    this.lingering.destroy()
    this.#waiting.close()
    this.#audience.end()
  }

  #retireSockets(isRetired: (socket: AnySocket) => boolean): void {
    const closes = [
      this.#retire(this.tcpServer, isRetired),
      this.#retire(this.tcp, isRetired),
      this.#retire(this.udp, isRetired),
    ]
    this.closings.add(this, closes.flat())
  }

  /** From now on nobody hears of them or finds them; they count until they are closed, by what is returned. */
  #retire<S extends AnySocket>(table: SocketTable<S>, isRetired: (socket: S) => boolean): (() => void)[] {
    const retired = table.retireAll(isRetired)
    for (const socket of retired) socket.retired = true
    return retired.map((socket) => () => {
      table.remove(socket)
      socket.destroy()
    })
  }
}
