import net from 'node:net'

const readSize = 256 * 1024

export interface Peer {
  readonly socket: net.Socket
  /** Resolves when the connection has ended; rejects if it has broken. */
  readonly closed: Promise<void>
}

/** Gets a connection to the measured server, in one way or another. */
export type Open = (onData: (data: Buffer) => void) => Promise<Peer>

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

/** For loads that end before the connection does. */
export async function failWhenClosed(closed: Promise<void>): Promise<never> {
  await closed
  throw new Error('the connection was closed')
}

export function watchClosed(socket: net.Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.on('error', reject)
    socket.on('close', () => resolve())
  })
}

function open(socket: net.Socket): Promise<Peer> {
  return new Promise((resolve, reject) => {
    const closed = watchClosed(socket)
    closed.catch(reject)
    socket.on('connect', () => resolve({ socket, closed }))
  })
}
