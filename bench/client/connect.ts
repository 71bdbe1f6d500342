import net from 'node:net'

const readSize = 256 * 1024

export interface Peer {
  readonly socket: net.Socket
  /** Resolves when the connection has ended; rejects if it has broken. */
  readonly closed: Promise<void>
}

/** Connects to the measured server; what it sends is handed over in a buffer that is used again. */
export function connect(port: number, onData: (data: Buffer) => void): Promise<Peer> {
  const onread = {
    buffer: Buffer.allocUnsafe(readSize),
    callback: (length: number, buffer: Uint8Array) => {
      onData(Buffer.from(buffer.buffer, buffer.byteOffset, length))
      return true
    },
  }
  return open(net.connect({ port, host: '127.0.0.1', noDelay: true, onread }))
}

/** The same for connections that live shortly: without a buffer of their own. */
export function connectBriefly(port: number, onData: (data: Buffer) => void): Promise<Peer> {
  const socket = net.connect({ port, host: '127.0.0.1', noDelay: true })
  socket.on('data', onData)
  return open(socket)
}

function open(socket: net.Socket): Promise<Peer> {
  return new Promise((resolve, reject) => {
    const closed = new Promise<void>((resolveClosed, rejectClosed) => {
      socket.on('error', rejectClosed)
      socket.on('close', () => resolveClosed())
    })
    closed.catch(reject)
    socket.on('connect', () => resolve({ socket, closed }))
  })
}
