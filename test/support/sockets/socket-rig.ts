import { LingeringSockets } from '../../../src/main/sockets/lingering-sockets.ts'
import type { Readiness } from '../../../src/main/sockets/readiness.ts'
import { TcpSocket } from '../../../src/main/sockets/tcp-socket.ts'
import type { TcpSocketHost } from '../../../src/main/sockets/tcp-socket.ts'
import { plenty } from './plenty.ts'
import { closeConnections, connectPair } from './connected-pair.ts'
import { loopback } from './hosts.ts'
import { nobody } from './nobody.ts'
import { TcpPeer, listenOnFreePort } from './tcp-peer.ts'
import { until } from '../until.ts'

/** A TCP socket without an app around it, a server that it may connect to, and what it has told. */
export class SocketRig implements TcpSocketHost {
  readonly descriptors = plenty
  readonly seen: (string | number)[] = []
  readonly peers: TcpPeer[] = []
  readonly port: number
  socket = new TcpSocket(1, this)
  readonly #lingering = new LingeringSockets()
  readonly #closeServer: () => Promise<void>

  private constructor({ port, close }: { port: number; close: () => Promise<void> }) {
    this.port = port
    this.#closeServer = close
  }

  static async open(): Promise<SocketRig> {
    const rig: SocketRig = new SocketRig(
      await listenOnFreePort((connection) => rig.peers.push(TcpPeer.adopt(connection))),
    )
    return rig
  }

  readonly askToReceive = (): Readiness => 'ready'
  readonly receive: TcpSocketHost['receive'] = (_socket, data) =>
    this.seen.push(Buffer.from(data).toString('latin1'))
  readonly receiveError: TcpSocketHost['receiveError'] = (_socket, code) => this.seen.push(code)
  readonly closeAfterSending: TcpSocketHost['closeAfterSending'] = (connection) =>
    this.#lingering.add(connection, nobody)

  /** Connects the socket to the server. */
  async connect(): Promise<TcpPeer> {
    const count = this.peers.length
    const code = await this.socket.connect(loopback, this.port)
    if (code !== 0) throw new Error(`not connected: ${code}`)
    await until('accepted', () => this.peers.length > count)
    return this.peers.at(-1) as TcpPeer
  }

  /** Puts in the place of the socket one that was accepted from a peer. */
  async accept(): Promise<TcpPeer> {
    this.socket.destroy()
    const { socket, peer } = await connectPair()
    this.socket = new TcpSocket(1, this, socket)
    return peer
  }

  async close(): Promise<void> {
    this.socket.destroy()
    this.#lingering.destroy()
    closeConnections()
    await this.#closeServer()
  }
}
