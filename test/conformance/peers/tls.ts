import { once } from 'node:events'
import type net from 'node:net'
import type { AddressInfo } from 'node:net'
import tls from 'node:tls'
import type { Identity, TestCertificates } from '../../support/sockets/certificates.ts'
import { waitFor } from './tcp.ts'

/** Takes a connection into the control server's table, for its `send`, `read`, `end`, `reset` ..., and tells its number. */
export type Track = (socket: net.Socket) => number

interface ListenArgs {
  /** One of the identities of {@link TestCertificates}. */
  certificate?: string
  host?: string
  /** `answer` ends the connection with its answer to the first bytes. */
  mode?: 'hold' | 'echo' | 'answer'
  minVersion?: tls.SecureVersion
  maxVersion?: tls.SecureVersion
  /** Wants a certificate of the client. */
  clientCertificate?: 'optional' | 'required'
}

interface TlsServer {
  readonly server: tls.Server
  readonly accepted: number[]
  readonly protocols: (string | null)[]
}

function createServer(certificates: TestCertificates, args: ListenArgs): tls.Server {
  const { certificate = 'good', minVersion = 'TLSv1.2', maxVersion = 'TLSv1.3' } = args
  const identities: Readonly<Record<string, Identity>> = certificates.identities
  const identity = identities[certificate]
  if (identity === undefined) throw new Error(`no certificate ${certificate}`)
  return tls.createServer({
    ...identity,
    minVersion,
    maxVersion,
    allowHalfOpen: true,
    noDelay: true,
    requestCert: args.clientCertificate !== undefined,
    rejectUnauthorized: args.clientCertificate === 'required',
  })
}

/** A `TLSSocket` cannot reset its connection, the plain socket below it can. */
function enableReset(server: tls.Server): void {
  const below = new Map<number | undefined, net.Socket>()
  server.on('connection', (raw: net.Socket) => below.set(raw.remotePort, raw))
  server.on('secureConnection', (socket) => {
    const raw = below.get(socket.remotePort)
    socket.resetAndDestroy = () => {
      raw?.resetAndDestroy()
      return socket
    }
  })
}

/**
 * TLS servers as the scenarios want them. `tlsListen` answers `{id, port}`; `tlsAccepted` waits for `n` handshakes that
 * were carried through and answers `{ids, protocols}`.
 */
export function createTlsPeers(certificates: TestCertificates, track: Track) {
  const servers: TlsServer[] = []
  const find = (id: number): TlsServer => {
    const entry = servers[id - 1]
    if (entry === undefined) throw new Error(`no TLS server ${id}`)
    return entry
  }
  return {
    async tlsListen(args: ListenArgs): Promise<object> {
      const server = createServer(certificates, args)
      const entry: TlsServer = { server, accepted: [], protocols: [] }
      enableReset(server)
      server.on('tlsClientError', () => {})
      server.on('secureConnection', (socket) => {
        entry.accepted.push(track(socket))
        entry.protocols.push(socket.getProtocol())
        if (args.mode === 'echo') socket.pipe(socket)
        if (args.mode === 'answer') socket.once('data', () => socket.end('answer'))
      })
      server.listen(0, args.host ?? '127.0.0.1')
      await once(server, 'listening')
      const id = servers.push(entry)
      return { id, port: (server.address() as AddressInfo).port }
    },
    async tlsAccepted({ id, n = 1, ms }: { id: number; n?: number; ms?: number }): Promise<object> {
      const { accepted, protocols } = find(id)
      await waitFor(() => accepted.length >= n, ms)
      return { ids: accepted, protocols }
    },
    closeAll(): void {
      for (const { server } of servers) server.close()
    },
  }
}
