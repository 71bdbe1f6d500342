import type net from 'node:net'
import type { AppResult } from '../../../renderer-types/contract/apps/index.ts'
import { netErrors } from '../../../renderer-types/net-errors.ts'
import type { Endpoints } from '../../sockets/endpoints.ts'
import type { ResolvedHost } from '../../sockets/resolve-host.ts'
import type { SocketReport } from '../../types.ts'
import { reportNewSocket, reportOldSocket } from '../../watch/report.ts'
import type { ClientHost } from './old-client.ts'
import { OldClient, readNothing } from './old-client.ts'
import type { ServerHost } from './old-server.ts'
import { OldServer } from './old-server.ts'

/** A net error, and what Chrome says of it. */
export interface Listened {
  readonly code: number
  readonly message: string
}

const bothWays = 'Cannot call both connect and listen on the same socket.'
const unknownError = 'Unknown error.'
const cannotListen = 'Could not listen on the specified port.'

/** A socket of `chrome.socket` of the type `tcp`: a client or a server, whichever it is asked to be first. */
export class OldTcp {
  readonly type = 'tcp'
  readonly id: number
  readonly #host: ClientHost & ServerHost
  #client: OldClient | undefined
  #server: OldServer | undefined
  #isConnecting = false

  constructor(id: number, host: ClientHost & ServerHost, accepted?: net.Socket, known?: Partial<Endpoints>) {
    this.id = id
    this.#host = host
    if (accepted !== undefined) this.#client = new OldClient(id, host, accepted, known)
  }

  get client(): OldClient | undefined {
    return this.#client
  }

  get server(): OldServer | undefined {
    return this.#server
  }

  get isConnected(): boolean {
    return this.#client?.socket.connected === true
  }

  describe(): AppResult<'socket', 'getInfo'> {
    const ends = this.#client?.socket.endpoints
    // Chrome does not ask the system for that of a client which has been accepted.
    const local = this.#client?.isAccepted === true ? undefined : (ends ?? this.#server?.socket.address)
    return {
      connected: this.isConnected,
      ...(local && { localAddress: local.localAddress, localPort: local.localPort }),
      ...(ends && { peerAddress: ends.peerAddress, peerPort: ends.peerPort }),
      socketType: this.type,
    }
  }

  report(appId: string): SocketReport {
    const socket = this.#client?.socket ?? this.#server?.socket
    return socket === undefined ? reportNewSocket(appId, this.id) : reportOldSocket(appId, socket)
  }

  async connect(found: ResolvedHost, port: number): Promise<number> {
    if (this.#server !== undefined || this.#isConnecting) return netErrors.ERR_CONNECTION_FAILED
    this.#client ??= new OldClient(this.id, this.#host)
    this.#isConnecting = true
    const code = await this.#client.socket.connect(found, port)
    this.#isConnecting = false
    return code
  }

  async listen(address: string, port: number, backlog: number): Promise<Listened> {
    if (this.#client !== undefined) return { code: netErrors.ERR_NOT_IMPLEMENTED, message: bothWays }
    const server = (this.#server ??= new OldServer(this.id, this.#host))
    const code = await server.socket.listen(address, port, backlog)
    return { code, message: code === netErrors.ERR_INVALID_ARGUMENT ? unknownError : cannotListen }
  }

  read(size: number): Promise<AppResult<'socket', 'read'>> | AppResult<'socket', 'read'> {
    return this.#client?.read(size) ?? readNothing(netErrors.ERR_FAILED)
  }

  write(data: Uint8Array): Promise<number> | number {
    return this.#client?.write(data) ?? netErrors.ERR_SOCKET_NOT_CONNECTED
  }

  /** What it was asked for and cannot have any more is answered. */
  disconnect(): void {
    this.#client?.disconnect()
    this.#server?.disconnect()
  }
}
