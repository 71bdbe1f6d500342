import type { SocketEvents, SocketHost } from '../../server/socket-host.ts'
import { callChrome, ignoreError } from './call-chrome.ts'
import { makeChromeDatagramHost } from './chrome-datagram-host.ts'

type Events = SocketEvents<number, ArrayBuffer>

const backlog = 511

async function listen(serverId: number): Promise<number> {
  const { tcpServer } = chrome.sockets
  await callChrome<number>((done) => tcpServer.listen(serverId, '127.0.0.1', 0, backlog, done))
  const { localPort } = await tcpServer.getInfo(serverId)
  return localPort ?? 0
}

/** What a TLS server sends at once must wait until it can be told whose it is. */
async function connectSecurely(port: number): Promise<number> {
  const { tcp } = chrome.sockets
  const { socketId } = await tcp.create({})
  await tcp.setPaused(socketId, true)
  await callChrome<number>((done) => tcp.connect(socketId, '127.0.0.1', port, done))
  await callChrome<number>((done) => tcp.secure(socketId, done))
  return socketId
}

/** chrome.sockets, used as a Chrome App uses it. */
export function makeChromeSocketsHost(): SocketHost<number, ArrayBuffer> {
  const { tcp, tcpServer } = chrome.sockets
  let serverId = -1
  let bufferSize: number | undefined
  let events: Events | undefined
  const admit = (socketId: number): void => {
    events?.accept(socketId)
    if (bufferSize !== undefined) tcp.update(socketId, { bufferSize }, ignoreError)
    tcp.setPaused(socketId, false, ignoreError)
  }
  // Chrome drops what is received while nobody listens: these must stand before the first client comes.
  tcp.onReceive.addListener(({ socketId, data }) => events?.receive(socketId, data))
  tcp.onReceiveError.addListener(({ socketId }) => events?.end(socketId))
  tcpServer.onAccept.addListener(({ socketId, clientSocketId }) => {
    if (socketId === serverId) admit(clientSocketId)
  })
  return {
    listen: async (newEvents, size) => {
      serverId = (await tcpServer.create({})).socketId
      events = newEvents
      bufferSize = size
      return listen(serverId)
    },
    connectSecurely: async (port, newEvents) => {
      events = newEvents
      bufferSize = undefined
      admit(await connectSecurely(port))
    },
    datagrams: makeChromeDatagramHost(),
    send: (connection, data, sent) => {
      tcp.send(connection, data, () => sent(chrome.runtime.lastError === undefined))
    },
    close: (connection) => tcp.close(connection, ignoreError),
    stop: () => new Promise((resolve) => tcpServer.close(serverId, resolve)),
    toData: (bytes) => bytes.buffer,
    toBytes: (data) => new Uint8Array(data),
  }
}
