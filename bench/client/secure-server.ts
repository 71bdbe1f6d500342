import { once } from 'node:events'
import type net from 'node:net'
import tls from 'node:tls'
import type { Identity } from '../processes/trust.ts'
import type { Peer } from './connect.ts'
import { watchClosed } from './connect.ts'

/** A TLS server for one connection: pages can connect over TLS but cannot accept. */
export class SecureServer {
  #server: tls.Server | undefined
  #accepted: Promise<tls.TLSSocket> | undefined

  /** Returns its port. */
  async listen(identity: Identity): Promise<number> {
    const server = tls.createServer({ ...identity, noDelay: true })
    this.#server = server
    this.#accepted = once(server, 'secureConnection').then(([socket]) => socket as tls.TLSSocket)
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return (server.address() as net.AddressInfo).port
  }

  /** The connection, after which no other one is accepted. */
  async accept(onData: (data: Buffer) => void): Promise<Peer> {
    const socket = await this.#accepted
    if (socket === undefined) throw new Error('nobody has connected over TLS')
    this.#server?.close()
    socket.on('data', onData)
    return { socket, closed: watchClosed(socket) }
  }
}
