import { once } from 'node:events'
import type net from 'node:net'
import tls from 'node:tls'
import { TcpPeer } from './tcp-peer.ts'

/** A TLS server of plain Node, on a free port of 127.0.0.1. */
export class TlsServer {
  /** The clients that have finished the handshake. */
  readonly peers: TcpPeer[] = []
  readonly port: number
  readonly #server: tls.Server
  readonly #connections = new Set<net.Socket>()

  private constructor(server: tls.Server) {
    this.#server = server
    this.port = (server.address() as net.AddressInfo).port
    server.on('connection', (socket: net.Socket) => this.#connections.add(socket))
    server.on('secureConnection', (socket) => this.peers.push(TcpPeer.adopt(socket)))
    server.on('tlsClientError', () => {})
  }

  static async open(options: tls.TlsOptions): Promise<TlsServer> {
    const server = tls.createServer(options).listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new TlsServer(server)
  }

  async close(): Promise<void> {
    for (const socket of this.#connections) socket.destroy()
    this.#server.close()
    await once(this.#server, 'close')
  }
}
