import { netErrors } from '../../renderer-types/net-errors.ts'
import type { MethodResult } from '../../renderer-types/infer.ts'
import type { Scope } from '../app/scope.ts'
import { fail, finishWith, socketNotFound, succeed } from '../outcome.ts'
import { isPort } from '../sockets/address.ts'
import { resolveHost } from '../sockets/resolve-host.ts'
import { TcpSocket } from '../sockets/tcp-socket.ts'
import { createSocket } from './create-socket.ts'
import { describeSend } from './describe-send.ts'
import type { Handlers } from './handlers.ts'
import { updateSocket } from './update-socket.ts'

/** Keys in alphabetical order, as Chrome gives them. */
function describe(socket: TcpSocket): MethodResult<'tcp', 'getInfo'> {
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
function disconnect(scope: Scope, socket: TcpSocket, afterAnswer = queueMicrotask): void {
  if (!socket.disconnect()) return
  socket.paused = true
  afterAnswer(() => scope.receiveAbort(socket))
}

/** An answer that is promised comes a few microtasks later. */
function close(scope: Scope, socket: TcpSocket, afterAnswer = queueMicrotask): void {
  scope.tcp.remove(socket)
  disconnect(scope, socket, afterAnswer)
}

/** The deeds of `chrome.sockets.tcp`. */
export const tcp: Handlers<'tcp'> = {
  create(scope, properties = {}) {
    return createSocket(scope, scope.tcp, properties, (id) => new TcpSocket(id, scope))
  },
  update: updateSocket,
  setPaused(_scope, socket, paused) {
    socket.setPaused(paused)
    return succeed()
  },
  setKeepAlive(_scope, socket, enable, delay = 0) {
    return finishWith(socket.setKeepAlive(enable, delay))
  },
  setNoDelay(_scope, socket, noDelay) {
    return finishWith(socket.setNoDelay(noDelay))
  },
  async connect(scope, socket, peerAddress, peerPort, dnsQueryType = 'any') {
    if (!isPort(peerPort)) return finishWith(netErrors.ERR_INVALID_ARGUMENT)
    // The socket may be closed while the name is looked up; a disconnect in that time has nothing to disconnect.
    const resolved = await resolveHost(peerAddress, dnsQueryType)
    if (!scope.tcp.has(socket)) return fail(socketNotFound)
    if (resolved.addresses.length === 0)
      return finishWith(scope.watch.failed(socket, 'connect', netErrors.ERR_NAME_NOT_RESOLVED))
    const code = scope.watch.failed(socket, 'connect', await socket.connect(resolved, peerPort))
    return scope.tcp.has(socket) ? finishWith(code) : fail(socketNotFound)
  },
  disconnect(scope, socket) {
    disconnect(scope, socket)
    return succeed()
  },
  send(_scope, socket, data) {
    return new Promise((resolve) => {
      socket.send(new Uint8Array(data), (code) => resolve(describeSend(code, data.byteLength)))
    })
  },
  async secure(scope, socket, options = {}) {
    const { ERR_INVALID_ARGUMENT } = netErrors
    if (socket.secured) return fail('Socket must be a connected client TCP socket.', ERR_INVALID_ARGUMENT)
    if (!socket.connected) return fail('Socket not connected', ERR_INVALID_ARGUMENT)
    const code = await socket.secure(options.tlsVersion ?? {}, scope.certificateAuthorities)
    scope.watch.failed(socket, 'secure', code)
    if (!scope.tcp.has(socket)) return fail(socketNotFound)
    // A secure socket has lost its name in Chrome.
    if (code === 0) updateSocket(scope, socket, { name: '' })
    // Disconnected meanwhile it stays; whatever else fails is the end of it.
    if (code !== 0 && code !== netErrors.ERR_ABORTED) close(scope, socket, setImmediate)
    return finishWith(code)
  },
  close(scope, socket) {
    close(scope, socket)
    return succeed()
  },
  getInfo(_scope, socket) {
    return succeed(describe(socket))
  },
  getSockets(scope) {
    return succeed(scope.tcp.list().map(describe))
  },
}
