import net from 'node:net'
import { once } from 'node:events'

/** A TCP client in this process; what it receives is collected. */
export class TcpPeer {
  readonly socket: net.Socket
  readonly #chunks: Buffer[] = []
  errno: string | undefined

  private constructor(socket: net.Socket) {
    this.socket = socket
    socket.on('data', (chunk: Buffer) => this.#chunks.push(chunk))
    socket.on('error', (error) => {
      this.errno = 'code' in error ? String(error.code) : error.message
    })
  }

  static async connect(port: number, host = '127.0.0.1'): Promise<TcpPeer> {
    const socket = net.connect({ port, host, noDelay: true, allowHalfOpen: true })
    await once(socket, 'connect')
    return new TcpPeer(socket)
  }

  static adopt(socket: net.Socket): TcpPeer {
    return new TcpPeer(socket)
  }

  get received(): Buffer {
    return Buffer.concat(this.#chunks)
  }

  get text(): string {
    return this.received.toString('latin1')
  }

  get ended(): boolean {
    return this.socket.readableEnded || this.socket.closed
  }

  write(data: string | Uint8Array): void {
    this.socket.write(data)
  }
}

/** True when somebody listens at the port. */
export async function isListening(port: number, host = '127.0.0.1'): Promise<boolean> {
  const socket = net.connect({ port, host })
  return new Promise((resolve) => {
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

/** A listening server of plain Node, on a free port of 127.0.0.1. */
export async function listenOnFreePort(onConnection: (socket: net.Socket) => void): Promise<{
  port: number
  close: () => Promise<void>
}> {
  const sockets = new Set<net.Socket>()
  const server = net.createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    onConnection(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as net.AddressInfo
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy()
    server.close()
    await once(server, 'close')
  }
  return { port, close }
}
