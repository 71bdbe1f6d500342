import { makeServerApi } from '../../server/server-api.ts'
import type { SocketEvents, SocketHost } from '../../server/socket-host.ts'
import type { HandMadeSockets } from './preload.ts'

declare const sockets: HandMadeSockets

function makeHost(): SocketHost<number, Uint8Array> {
  let events: SocketEvents<number, Uint8Array> | undefined
  sockets.onAccept((id) => events?.accept(id))
  sockets.onReceive((id, data) => events?.receive(id, data))
  sockets.onEnd((id) => events?.end(id))
  return {
    listen: (newEvents) => {
      events = newEvents
      return sockets.listen()
    },
    send: (connection, data, sent) => void sockets.send(connection, data).then(sent),
    close: (connection) => sockets.close(connection),
    stop: async () => sockets.stop(),
    toData: (bytes) => bytes,
    toBytes: (data) => data,
  }
}

Object.assign(globalThis, { bench: makeServerApi(makeHost()) })
