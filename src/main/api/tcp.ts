import { netErrors } from '../../renderer-types/net-errors.ts'
import type { MethodResult } from '../../renderer-types/infer.ts'
import type { App } from '../app/app.ts'
import { fail, finishWith, socketNotFound, succeed } from '../outcome.ts'
import { isPort } from '../sockets/address.ts'
import { resolveHost } from '../sockets/resolve-host.ts'
import { TcpSocket } from '../sockets/tcp-socket.ts'
import { createSocket } from './create-socket.ts'
import type { Handlers } from './handlers.ts'
import { updateSocket } from './update-socket.ts'

/** Keys in alphabetical order, as Chrome gives them. */
function toInfo(socket: TcpSocket): MethodResult<'tcp', 'getInfo'> {
  const { bufferSize, connected, endpoints, id, name, paused, persistent } = socket
  return {
    ...(bufferSize !== undefined && bufferSize > 0 ? { bufferSize } : {}),
    connected,
    ...(endpoints && { localAddress: endpoints.localAddress, localPort: endpoints.localPort }),
    ...(name === '' ? {} : { name }),
    paused,
    ...(endpoints && { peerAddress: endpoints.peerAddress, peerPort: endpoints.peerPort }),
    persistent,
    socketId: id,
  }
}

/** The app's own disconnect ends a read that was under way: Chrome answers the call, then raises the event. */
function disconnect(app: App, socket: TcpSocket, afterAnswer = queueMicrotask): void {
  if (!socket.disconnect()) return
  socket.paused = true
  afterAnswer(() => app.delivery.receiveAbort(socket))
}

/** An answer that is promised comes a few microtasks later. */
function close(app: App, socket: TcpSocket, afterAnswer = queueMicrotask): void {
  app.tcp.remove(socket)
  disconnect(app, socket, afterAnswer)
}

/** The handlers of `chrome.sockets.tcp`. */
export const tcp: Handlers<'tcp'> = {
  create(app, properties = {}) {
    return createSocket(app, app.tcp, properties, (id) => new TcpSocket(id, app.delivery))
  },
  update: updateSocket,
  setPaused(_app, socket, paused) {
    socket.setPaused(paused)
    return succeed()
  },
  setKeepAlive(_app, socket, enable, delay = 0) {
    return finishWith(socket.setKeepAlive(enable, delay))
  },
  setNoDelay(_app, socket, noDelay) {
    return finishWith(socket.setNoDelay(noDelay))
  },
  async connect(app, socket, peerAddress, peerPort, dnsQueryType = 'any') {
    if (!isPort(peerPort)) return finishWith(netErrors.ERR_INVALID_ARGUMENT)
    // The socket may be closed while the name is looked up; a disconnect in that time has nothing to disconnect.
    const found = await resolveHost(peerAddress, dnsQueryType, app.lookUps.findFor(socket))
    if (!app.tcp.has(socket)) return fail(socketNotFound)
    const result = typeof found === 'number' ? found : await socket.connect(found, peerPort)
    const code = app.watch.noteResult(socket, 'connect', result)
    return app.tcp.has(socket) ? finishWith(code) : fail(socketNotFound)
  },
  disconnect(app, socket) {
    disconnect(app, socket)
    return succeed()
  },
  async secure(app, socket, options = {}) {
    const { ERR_INVALID_ARGUMENT } = netErrors
    if (socket.secured) return fail('Socket must be a connected client TCP socket.', ERR_INVALID_ARGUMENT)
    if (!socket.connected) return fail('Socket not connected', ERR_INVALID_ARGUMENT)
    const code = await socket.secure(options.tlsVersion ?? {}, app.certificateAuthorities)
    app.watch.noteResult(socket, 'secure', code)
    if (!app.tcp.has(socket)) return fail(socketNotFound)
    // A secure socket has lost its name in Chrome.
    if (code === 0) updateSocket(app, socket, { name: '' })
    // Disconnected meanwhile it stays; whatever else fails is the end of it.
    if (code !== 0 && code !== netErrors.ERR_ABORTED) close(app, socket, setImmediate)
    return finishWith(code)
  },
  close(app, socket) {
    close(app, socket)
    return succeed()
  },
  getInfo(_app, socket) {
    return succeed(toInfo(socket))
  },
  getSockets(app) {
    return succeed(app.tcp.list().map(toInfo))
  },
}
