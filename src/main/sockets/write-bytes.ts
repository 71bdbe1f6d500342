import type net from 'node:net'

const noBytes = new Uint8Array(0)

/** Node reports none for a write that was cut off by the end of the socket. */
const cutOff = new Error('the socket has ended')

/**
 * Calls back when the kernel has taken all bytes (before it returns, if it has room for them), or with an error. A
 * callback that is given to `write` comes a turn of Node's tick queue later, which in Electron costs the wake-up of
 * another thread; so only what did not fit is waited for, by an empty write behind it.
 */
export function writeBytes(
  socket: net.Socket,
  bytes: Uint8Array,
  finish: (error: Error | undefined) => void,
): void {
  const end = (error?: Error | null): void => finish(error ?? (socket.destroyed ? cutOff : undefined))
  if (socket.writableLength > 0) return void socket.write(bytes, end)
  socket.write(bytes)
  if (socket.writableLength === 0) end(socket.errored)
  else socket.write(noBytes, end)
}
