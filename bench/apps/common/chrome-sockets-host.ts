import type { SocketEvents, SocketHost } from '../../server/socket-host.ts'

type Events = SocketEvents<number, ArrayBuffer>

const ignoreError = (): void => void chrome.runtime.lastError

function listen(socketId: number): Promise<number> {
  return new Promise((resolve, reject) => {
    chrome.sockets.tcpServer.listen(socketId, '127.0.0.1', 0, 511, () => {
      const error = chrome.runtime.lastError
      if (error) return reject(new Error(error.message))
      chrome.sockets.tcpServer.getInfo(socketId, (info) => resolve(info.localPort ?? 0))
    })
  })
}

function create(): Promise<number> {
  return new Promise((resolve) => {
    chrome.sockets.tcpServer.create({}, (info) => resolve(info.socketId))
  })
}

/** chrome.sockets, used as a Chrome App uses it. */
export function makeChromeSocketsHost(): SocketHost<number, ArrayBuffer> {
  let serverId = -1
  let bufferSize: number | undefined
  let events: Events | undefined
  // Chrome drops what is received while nobody listens: these must stand before the first client comes.
  chrome.sockets.tcp.onReceive.addListener(({ socketId, data }) => events?.receive(socketId, data))
  chrome.sockets.tcp.onReceiveError.addListener(({ socketId }) => events?.end(socketId))
  chrome.sockets.tcpServer.onAccept.addListener(({ socketId, clientSocketId }) => {
    if (socketId !== serverId) return
    events?.accept(clientSocketId)
    if (bufferSize !== undefined) chrome.sockets.tcp.update(clientSocketId, { bufferSize }, ignoreError)
    chrome.sockets.tcp.setPaused(clientSocketId, false, ignoreError)
  })
  return {
    listen: async (newEvents, size) => {
      serverId = await create()
      events = newEvents
      bufferSize = size
      return listen(serverId)
    },
    send: (connection, data, sent) => {
      chrome.sockets.tcp.send(connection, data, () => {
        sent(chrome.runtime.lastError === undefined)
      })
    },
    close: (connection) => chrome.sockets.tcp.close(connection, ignoreError),
    stop: () => new Promise((resolve) => chrome.sockets.tcpServer.close(serverId, resolve)),
    toData: (bytes) => bytes.buffer,
    toBytes: (data) => new Uint8Array(data),
  }
}
