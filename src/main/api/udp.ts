import type { MethodResult } from '../../renderer-types/infer.ts'
import { fail, finishWith, socketNotFound, succeed } from '../outcome.ts'
import { resolveHost } from '../sockets/resolve-host.ts'
import { UdpSocket } from '../sockets/udp-socket.ts'
import { createSocket } from './create-socket.ts'
import { describeSend } from './describe-send.ts'
import type { Handlers } from './handlers.ts'
import { updateSocket } from './update-socket.ts'

/** Keys in alphabetical order, as Chrome gives them. */
function toInfo({
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

/** The handlers of `chrome.sockets.udp`. */
export const udp: Handlers<'udp'> = {
  create(app, properties = {}) {
    return createSocket(app, app.udp, properties, (id) => new UdpSocket(id, app.delivery))
  },
  update: updateSocket,
  setPaused(_app, socket, paused) {
    socket.setPaused(paused)
    return succeed()
  },
  async bind(app, socket, address, port) {
    const code = app.watch.noteResult(socket, 'bind', await socket.bind(address, port))
    return app.udp.has(socket) ? finishWith(code) : fail(socketNotFound)
  },
  async send(app, socket, data, address, port, dnsQueryType = 'any') {
    const looking = resolveHost(address, dnsQueryType, app.lookUps.findFor(socket))
    const found = await socket.sending.pass(looking)
    if (!app.udp.has(socket)) return fail(socketNotFound)
    if (typeof found === 'number') return describeSend(found, 0)
    // Only the first address is tried.
    const [host = ''] = found.addresses
    return describeSend(await socket.send(new Uint8Array(data), host, port), data.byteLength)
  },
  close(app, socket) {
    app.udp.remove(socket)
    socket.destroy()
    return succeed()
  },
  getInfo(_app, socket) {
    return succeed(toInfo(socket))
  },
  getSockets(app) {
    return succeed(app.udp.list().map(toInfo))
  },
  joinGroup(_app, socket, address) {
    return finishWith(socket.multicast.join(address))
  },
  leaveGroup(_app, socket, address) {
    return finishWith(socket.multicast.leave(address))
  },
  setMulticastTimeToLive(_app, socket, ttl) {
    return finishWith(socket.multicast.setTimeToLive(ttl))
  },
  setMulticastLoopbackMode(_app, socket, enabled) {
    return finishWith(socket.multicast.setLoopback(enabled))
  },
  getJoinedGroups(_app, socket) {
    return succeed([...socket.multicast.groups])
  },
  setBroadcast(_app, socket, enabled) {
    return finishWith(socket.setBroadcast(enabled))
  },
}
