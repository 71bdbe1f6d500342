import type net from 'node:net'
import type tls from 'node:tls'
import { ApiRig } from '../pages/api-rig.ts'
import type { IdentityName } from './certificates.ts'
import { createCertificates } from './certificates.ts'
import { TcpPeer, listenOnFreePort } from './tcp-peer.ts'
import { createApp } from '../pages/test-app.ts'
import { TlsServer } from './tls-server.ts'
import { until } from '../until.ts'

const { authority, identities } = createCertificates()

/** An app that trusts the test's authority, and the servers that it connects to. */
export class SecureRig extends ApiRig {
  readonly #opened: { close: () => Promise<void> }[] = []

  constructor() {
    const app = createApp({ tcp: { connect: '*' }, tcpServer: { listen: '*' } }, [authority])
    super(app, 'tcp.onReceive', 'tcp.onReceiveError', 'tcpServer.onAccept')
  }

  async serve(identity: IdentityName = 'good', options: tls.TlsOptions = {}): Promise<TlsServer> {
    const server = await TlsServer.open({ ...identities[identity], ...options })
    this.#opened.push(server)
    return server
  }

  /** A server that lets the handshake wait, or does with its first bytes what it likes. */
  async serveRaw(
    onData: (client: net.Socket) => void = () => {},
  ): Promise<{ port: number; peers: TcpPeer[] }> {
    const peers: TcpPeer[] = []
    const server = await listenOnFreePort((client) => {
      peers.push(TcpPeer.adopt(client))
      client.once('data', () => onData(client))
    })
    this.#opened.push(server)
    return { port: server.port, peers }
  }

  /** The id of a socket that is connected, paused as secure wants it. */
  async connect(port: number, properties = {}, paused = true): Promise<number> {
    const id = await this.create('tcp', properties)
    await this.call('tcp.setPaused', id, paused)
    const [error] = await this.call('tcp.connect', id, 'localhost', port)
    if (error !== undefined) throw new Error('not connected', { cause: error })
    return id
  }

  secure(id: number, ...options: unknown[]): Promise<unknown[]> {
    return this.call('tcp.secure', id, ...options)
  }

  /** A socket that is secured, and its peer. */
  async open(): Promise<{ id: number; peer: TcpPeer }> {
    const server = await this.serve()
    const id = await this.connect(server.port)
    const [error] = await this.secure(id)
    if (error !== undefined) throw new Error('not secured', { cause: error })
    await until('handshake', () => server.peers.length === 1)
    return { id, peer: server.peers[0] as TcpPeer }
  }

  /** A socket in a handshake that the peer has seen begin, its peer, and the answer to come. */
  async begin(properties = {}): Promise<{ id: number; peer: TcpPeer; securing: Promise<unknown[]> }> {
    const { port, peers } = await this.serveRaw()
    const id = await this.connect(port, properties)
    const securing = this.secure(id)
    // A page that ends meanwhile gets no answer.
    securing.catch(() => {})
    await until('begun', () => (peers[0]?.received.length ?? 0) > 0)
    return { id, peer: peers[0] as TcpPeer, securing }
  }

  /** What the error events have told. */
  get codes(): unknown[] {
    const errors = this.port.events.filter(({ event }) => event === 'tcp.onReceiveError')
    return errors.map(({ payload }) => payload.resultCode)
  }

  async close(): Promise<void> {
    this.app.dispose()
    for (const each of this.#opened.splice(0)) await each.close()
  }
}
