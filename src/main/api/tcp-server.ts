import type { MethodResult } from '../../renderer-types/infer.ts'
import type { Outcome } from '../outcome.ts'
import { fail, finishWith, socketNotFound, succeed } from '../outcome.ts'
import { TcpServerSocket } from '../sockets/tcp-server-socket.ts'
import { createSocket } from './create-socket.ts'
import type { Handlers } from './handlers.ts'
import { updateSocket } from './update-socket.ts'

/** Keys in alphabetical order, as Chrome gives them. */
function toInfo({
  address,
  id,
  name,
  paused,
  persistent,
}: TcpServerSocket): MethodResult<'tcpServer', 'getInfo'> {
  return { ...address, ...(name === '' ? {} : { name }), paused, persistent, socketId: id }
}

/** The handlers of `chrome.sockets.tcpServer`. */
export const tcpServer: Handlers<'tcpServer'> = {
  create(app, properties = {}) {
    const { heldConnections } = app.limits
    const make = (id: number): TcpServerSocket => new TcpServerSocket(id, app.delivery, heldConnections)
    return createSocket(app, app.tcpServer, properties, make)
  },
  update: updateSocket,
  setPaused(_app, socket, paused) {
    socket.setPaused(paused)
    return succeed()
  },
  listen(app, socket, address, port, backlog) {
    const answer = socket.listen(address, port, backlog)
    const finish = (code: number): Outcome<number> => finishWith(app.watch.noteResult(socket, 'listen', code))
    if (typeof answer === 'number') return finish(answer)
    return answer.then((code) => (app.tcpServer.has(socket) ? finish(code) : fail(socketNotFound)))
  },
  disconnect(_app, socket) {
    socket.disconnect()
    return succeed()
  },
  close(app, socket) {
    app.tcpServer.remove(socket)
    socket.disconnect()
    return succeed()
  },
  getInfo(_app, socket) {
    return succeed(toInfo(socket))
  },
  getSockets(app) {
    return succeed(app.tcpServer.list().map(toInfo))
  },
}
