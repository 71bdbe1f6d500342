import { describeNetError, netErrors } from '../../../renderer-types/net-errors.ts'
import { describeInterfaces } from '../../api/network.ts'
import type { Outcome } from '../../outcome.ts'
import { fail, finishWith, socketNotFound, succeed, tooManySockets } from '../../outcome.ts'
import type { Operation } from '../../permissions/permissions.ts'
import { isPort } from '../../sockets/address.ts'
import { resolveHost } from '../../sockets/resolve-host.ts'
import type { OldSocket } from '../old-sockets/old-sockets.ts'
import type { OldTcp } from '../old-sockets/old-tcp.ts'
import type { OldUdp } from '../old-sockets/old-udp.ts'
import type { Service, ServiceCall } from './service.ts'

const badPort = 'Port must be a value between 0 and 65535.'
const notAllowed = 'App does not have permission'
const notBound = 'TCP socket does not support bind. For TCP server please use listen.'
const noGroups = 'Only UDP socket supports multicast.'
const notSupported = 'Socket type does not support this API'
const nameUnknown = 'DNS resolution failed'
const notFoundCode = -1
/** Clients that may wait where nothing is said of it. */
const defaultBacklog = 5
/** Bytes of one read, where nothing is said of it. */
const defaultSize = 4096

const failNotFound = fail(socketNotFound, notFoundCode)

const findAny = ({ app, host }: ServiceCall, id: number): OldSocket | undefined =>
  host.system.openSockets(app).find(id)

const isThere = ({ app, host }: ServiceCall, socket: OldSocket): boolean =>
  host.system.openSockets(app).has(socket)

function findTcp(call: ServiceCall, id: number): OldTcp | undefined {
  const socket = findAny(call, id)
  return socket?.type === 'tcp' ? socket : undefined
}

/** Undefined where the socket may do it, and is still there when that has been decided. */
async function refuse(
  call: ServiceCall,
  socket: OldSocket,
  [operation, host, port]: readonly [Operation, string, number],
): Promise<Outcome<never> | undefined> {
  const { app, page } = call
  const allowed = await call.host.system.openSockets(app).allows(page, socket, { operation, host, port })
  if (!allowed) return fail(notAllowed, notFoundCode)
  return isThere(call, socket) ? undefined : failNotFound
}

/** What a datagram socket does with groups, where that is allowed. */
async function withGroups<T>(
  call: ServiceCall,
  id: number,
  act: (socket: OldUdp) => Outcome<T>,
): Promise<Outcome<T>> {
  const socket = findAny(call, id)
  if (socket === undefined) return failNotFound
  if (socket.type === 'tcp') return fail(noGroups, notFoundCode)
  return (await refuse(call, socket, ['udp.multicastMembership', '*', 0])) ?? act(socket)
}

/** An option of groups, for which no permission is needed. */
function setGroupOption(call: ServiceCall, id: number, act: (socket: OldUdp) => number): Outcome<number> {
  const socket = findAny(call, id)
  if (socket === undefined) return failNotFound
  return socket.type === 'tcp' ? fail(noGroups, notFoundCode) : finishWith(act(socket))
}

export const socket: Service<'socket'> = {
  create({ app, host }, type) {
    const created = host.system.openSockets(app).create(type)
    host.life.noteCall()
    return created === undefined ? tooManySockets : succeed({ socketId: created.id })
  },
  destroy(call, id) {
    const found = findAny(call, id)
    if (found !== undefined) call.host.system.openSockets(call.app).destroy(found)
    return succeed()
  },
  async connect(call, id, hostname, port) {
    if (!isPort(port)) return fail(badPort)
    const found = findAny(call, id)
    if (found === undefined) return failNotFound
    const operation = found.type === 'tcp' ? 'tcp.connect' : 'udp.send'
    const refusal = await refuse(call, found, [operation, hostname, port])
    if (refusal !== undefined) return refusal
    const resolved = await resolveHost(hostname, 'any', call.app.lookUps.findFor(found))
    if (!isThere(call, found)) return failNotFound
    if (typeof resolved === 'number') return fail(nameUnknown, resolved)
    if (found.type === 'tcp') return succeed(await found.connect(resolved, port))
    // Only the first address is tried.
    return succeed(await found.connect(resolved.addresses[0] ?? '', port))
  },
  async bind(call, id, address, port) {
    if (!isPort(port)) return fail(badPort)
    const found = findAny(call, id)
    if (found === undefined) return failNotFound
    if (found.type === 'tcp') return fail(notBound, notFoundCode)
    const refusal = await refuse(call, found, ['udp.bind', address, port])
    if (refusal !== undefined) return refusal
    const code = await found.socket.bind(address, port)
    return isThere(call, found) ? succeed(code) : failNotFound
  },
  disconnect(call, id) {
    const found = findAny(call, id)
    if (found === undefined) return fail(socketNotFound)
    found.disconnect()
    return succeed()
  },
  async read(call, id, size = defaultSize) {
    const found = findAny(call, id)
    if (found === undefined)
      return fail(socketNotFound, { data: new ArrayBuffer(0), resultCode: notFoundCode })
    return succeed(await found.read(size))
  },
  async recvFrom(call, id, size = defaultSize) {
    const found = findAny(call, id)
    if (found?.type === 'udp') return succeed(await found.recvFrom(size))
    const nothing = { address: '', data: new ArrayBuffer(0), port: 0, resultCode: notFoundCode }
    return fail(socketNotFound, nothing)
  },
  async sendTo(call, id, data, address, port) {
    if (!isPort(port)) return fail(badPort)
    const found = findAny(call, id)
    if (found === undefined) return failNotFound
    const isDatagrams = found.type === 'udp'
    const refusal = isDatagrams ? await refuse(call, found, ['udp.send', address, port]) : undefined
    if (refusal !== undefined) return refusal
    const resolved = await resolveHost(address, 'any', call.app.lookUps.findFor(found))
    if (!isThere(call, found)) return failNotFound
    if (typeof resolved === 'number') return fail(nameUnknown, resolved)
    const [first = ''] = resolved.addresses
    const bytesWritten = isDatagrams
      ? await found.sendTo(new Uint8Array(data), first, port)
      : netErrors.ERR_FAILED
    return succeed({ bytesWritten })
  },
  async listen(call, id, address, port, backlog = defaultBacklog) {
    const found = findAny(call, id)
    if (found === undefined) return failNotFound
    const refusal = await refuse(call, found, ['tcpServer.listen', address, port])
    if (refusal !== undefined) return refusal
    if (found.type === 'udp') return fail(notSupported, netErrors.ERR_FAILED)
    const { code, message } = await found.listen(address, port, backlog)
    if (!isThere(call, found)) return failNotFound
    return code === 0 ? succeed(0) : fail(message, code)
  },
  async accept(call, id) {
    const found = findAny(call, id)
    const resultCode = netErrors.ERR_FAILED
    if (found === undefined) return fail(socketNotFound, { resultCode })
    const server = found.type === 'tcp' ? found.server : undefined
    return succeed((await server?.acceptNext()) ?? { resultCode })
  },
  setKeepAlive(call, id, enable, delay = 0) {
    if (findAny(call, id) === undefined) return fail(socketNotFound, false)
    return succeed(findTcp(call, id)?.client?.socket.setKeepAlive(enable, delay) === 0)
  },
  setNoDelay(call, id, noDelay) {
    if (findAny(call, id) === undefined) return fail(socketNotFound, false)
    return succeed(findTcp(call, id)?.client?.socket.setNoDelay(noDelay) === 0)
  },
  getInfo(call, id) {
    const found = findAny(call, id)
    return found === undefined ? fail(socketNotFound) : succeed(found.describe())
  },
  getNetworkList: () => describeInterfaces(),
  joinGroup: (call, id, address) =>
    withGroups(call, id, (found) => finishWith(found.socket.multicast.join(address))),
  leaveGroup: (call, id, address) =>
    withGroups(call, id, (found) => finishWith(found.socket.multicast.leave(address))),
  getJoinedGroups: (call, id) => withGroups(call, id, (found) => succeed([...found.socket.multicast.groups])),
  setMulticastTimeToLive: (call, id, ttl) =>
    setGroupOption(call, id, (found) => found.socket.multicast.setTimeToLive(ttl)),
  setMulticastLoopbackMode: (call, id, enabled) =>
    setGroupOption(call, id, (found) => found.socket.multicast.setLoopback(enabled)),
  async secure(call, id, { tlsVersion = {} } = {}) {
    const { ERR_INVALID_ARGUMENT } = netErrors
    const found = findAny(call, id)
    if (found === undefined) return fail(socketNotFound, ERR_INVALID_ARGUMENT)
    if (found.type === 'udp') return fail('Only TCP sockets are supported for TLS.', ERR_INVALID_ARGUMENT)
    const client = found.client?.socket
    if (client?.connected !== true) return fail('Socket not connected', ERR_INVALID_ARGUMENT)
    const code = await client.secure(tlsVersion, call.app.certificateAuthorities)
    if (code === 0) return succeed(0)
    call.host.system.openSockets(call.app).destroy(found)
    return fail(describeNetError(code), code)
  },
}
