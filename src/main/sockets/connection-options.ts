import net from 'node:net'

/** Bytes of one read, at most: what a socket may bring when nobody has room for it any more. */
const readLength = 64 * 1024

const readBuffer = new Uint8Array(readLength)

/**
 * Option `onread` of a socket that reads into one and the same memory: the bytes of its 'data' events are good for the
 * length of the event. (libuv fills it right before it tells of it; on Windows it waits with a read of no bytes.) Fresh
 * memory for every read costs more than the read, and what a stream does around its own 'data' events wakes another
 * thread of Electron, which wraps `process.nextTick`.
 */
const borrowedReads = {
  buffer: readBuffer,
  /** Node calls it as a method of the socket. */
  callback(this: unknown, length: number): boolean {
    if (this instanceof net.Socket) this.emit('data', new Uint8Array(readBuffer.buffer, 0, length))
    return true
  },
}

/** How every connection is opened, by us or by the peer. */
export const connectionOptions = {
  /** A peer that has finished sending may still be sent to. */
  allowHalfOpen: true,
  noDelay: true,
  /** A paused stream reads no further than the chunk it is at: what comes then waits in the kernel. */
  readableHighWaterMark: 1,
  /** A stream that is never too full says nothing of it: {@link writeBytes} asks it. */
  writableHighWaterMark: 2 ** 30 - 1,
  onread: borrowedReads,
} as const
