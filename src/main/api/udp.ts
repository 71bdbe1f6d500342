import { netErrors } from '../../renderer-types/net-errors.ts'
import type { MethodResult } from '../../renderer-types/infer.ts'
import { fail, finishWith, socketNotFound, succeed } from '../outcome.ts'
import { resolveHost } from '../sockets/resolve-host.ts'
import { UdpSocket } from '../sockets/udp-socket.ts'
import { createSocket } from './create-socket.ts'
import { describeSend } from './describe-send.ts'
import type { Handlers } from './handlers.ts'
import { updateSocket } from './update-socket.ts'

/** Keys in alphabetical order, as Chrome gives them. */
function describe({
  address,
  bufferSize,
  id,
  name,
  paused,
  persistent,
}: UdpSocket): MethodResult<'udp', 'getInfo'> {
  return {
    ...(bufferSize !== undefined && bufferSize > 0 ? { bufferSize } : {}),
    ...address,
    ...(name === '' ? {} : { name }),
    paused,
    persistent,
    socketId: id,
  }
}

/** The deeds of `chrome.sockets.udp`. */
export const udp: Handlers<'udp'> = {
  create(scope, properties = {}) {
    return createSocket(scope, scope.udp, properties, (id) => new UdpSocket(id, scope))
  },
  update: updateSocket,
  setPaused(_scope, socket, paused) {
    socket.setPaused(paused)
    return succeed()
  },
  async bind(scope, socket, address, port) {
    const code = scope.watch.failed(socket, 'bind', await socket.bind(address, port))
    return scope.udp.has(socket) ? finishWith(code) : fail(socketNotFound)
  },
  async send(scope, socket, data, address, port, dnsQueryType = 'any') {
    // Only the first address is tried.
    const {
      addresses: [host],
    } = await resolveHost(address, dnsQueryType)
    if (!scope.udp.has(socket)) return fail(socketNotFound)
    if (host === undefined) return describeSend(netErrors.ERR_NAME_NOT_RESOLVED, 0)
    const resultCode = await socket.send(new Uint8Array(data), host, port)
    return describeSend(resultCode, data.byteLength)
  },
  close(scope, socket) {
    scope.udp.remove(socket)
    socket.destroy()
    return succeed()
  },
  getInfo(_scope, socket) {
    return succeed(describe(socket))
  },
  getSockets(scope) {
    return succeed(scope.udp.list().map(describe))
  },
  joinGroup(_scope, socket, address) {
    return finishWith(socket.joinGroup(address))
  },
  leaveGroup(_scope, socket, address) {
    return finishWith(socket.leaveGroup(address))
  },
  setMulticastTimeToLive(_scope, socket, ttl) {
    return finishWith(socket.setMulticastTimeToLive(ttl))
  },
  setMulticastLoopbackMode(_scope, socket, enabled) {
    return finishWith(socket.setMulticastLoopbackMode(enabled))
  },
  getJoinedGroups(_scope, socket) {
    return succeed([...socket.groups])
  },
  setBroadcast(_scope, socket, enabled) {
    return finishWith(socket.setBroadcast(enabled))
  },
}
