import type { MethodResult } from '../../renderer-types/infer.ts'
import type { Outcome } from '../outcome.ts'
import { fail, finishWith, socketNotFound, succeed } from '../outcome.ts'
import { TcpServerSocket } from '../sockets/tcp-server-socket.ts'
import { createSocket } from './create-socket.ts'
import type { Handlers } from './handlers.ts'
import { updateSocket } from './update-socket.ts'

/** Keys in alphabetical order, as Chrome gives them. */
function describe({
  address,
  id,
  name,
  paused,
  persistent,
}: TcpServerSocket): MethodResult<'tcpServer', 'getInfo'> {
  return { ...address, ...(name === '' ? {} : { name }), paused, persistent, socketId: id }
}

/** The deeds of `chrome.sockets.tcpServer`. */
export const tcpServer: Handlers<'tcpServer'> = {
  create(scope, properties = {}) {
    const { heldConnections } = scope.limits
    const make = (id: number): TcpServerSocket => new TcpServerSocket(id, scope, heldConnections)
    return createSocket(scope, scope.tcpServer, properties, make)
  },
  update: updateSocket,
  setPaused(_scope, socket, paused) {
    socket.setPaused(paused)
    return succeed()
  },
  listen(scope, socket, address, port, backlog) {
    const answer = socket.listen(address, port, backlog)
    const finish = (code: number): Outcome<number> => finishWith(scope.watch.failed(socket, 'listen', code))
    if (typeof answer === 'number') return finish(answer)
    return answer.then((code) => (scope.tcpServer.has(socket) ? finish(code) : fail(socketNotFound)))
  },
  disconnect(_scope, socket) {
    socket.disconnect()
    return succeed()
  },
  close(scope, socket) {
    scope.tcpServer.remove(socket)
    socket.disconnect()
    return succeed()
  },
  getInfo(_scope, socket) {
    return succeed(describe(socket))
  },
  getSockets(scope) {
    return succeed(scope.tcpServer.list().map(describe))
  },
}
