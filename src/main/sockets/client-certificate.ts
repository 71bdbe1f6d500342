import type net from 'node:net'
import type tls from 'node:tls'

/** Milliseconds. */
const interval = 2
const least = 100
const most = 1000

/**
 * A client of TLS 1.3 has finished before the server says that it wanted a certificate, and Node does not tell that it
 * asked for one. So the first that comes from the server is waited for: the alert, data or, of most servers, tickets;
 * where nothing comes, about twice as long as the handshake took. Calls back unless the socket is closed meanwhile.
 */
export function waitForVerdict(
  connection: net.Socket,
  socket: tls.TLSSocket,
  handshake: number,
  finish: () => void,
): void {
  if (socket.getProtocol() !== 'TLSv1.3') return finish()
  const { bytesRead } = connection
  const end = performance.now() + Math.min(Math.max(2 * handshake, least), most)
  const timer = setInterval(() => {
    if (connection.bytesRead === bytesRead && performance.now() < end) return
    clearInterval(timer)
    finish()
  }, interval)
  socket.once('close', () => clearInterval(timer))
}
