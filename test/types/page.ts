/** Page code of a Chrome App and page code of today must both type-check. Compiled only, never run. */
/// <reference path="../../src/renderer-types/globals.d.ts" />
import type { tcp } from '../../src/renderer-types/chrome-sockets.d.ts'

const { sockets } = window.chrome

sockets.tcpServer.create({ name: 'old', persistent: null }, ({ socketId }) => {
  sockets.tcpServer.listen(socketId, '127.0.0.1', 0, (result: number) => {
    if (result < 0) console.error(chrome.runtime.lastError?.message)
  })
  sockets.tcpServer.listen(socketId, '127.0.0.1', 0, 50, (result) => result.toFixed())
})

sockets.tcpServer.onAccept.addListener(async ({ clientSocketId }) => {
  await sockets.tcp.setPaused(clientSocketId, false)
  const info: chrome.sockets.tcp.SocketInfo = await sockets.tcp.getInfo(clientSocketId)
  const same: tcp.SocketInfo = info
  sockets.tcp.send(clientSocketId, new Uint8Array(same.socketId), ({ resultCode, bytesSent = 0 }) => {
    console.log(resultCode + bytesSent)
  })
})

sockets.tcp.onReceive.addListener(({ data, socketId }) => console.log(data.byteLength, socketId))
sockets.tcp.create((info) => sockets.tcp.connect(info.socketId, 'localhost', 80, 'ipv4', () => {}))

sockets.tcp.secure(1, { tlsVersion: { min: 'tls1.2' } }, (result: number) => result.toFixed())
sockets.tcp.secure(1, null, () => {})
sockets.udp.onReceive.addListener(({ data, remoteAddress, remotePort }) => {
  sockets.udp.send(1, data, remoteAddress, remotePort, ({ resultCode }) => console.log(resultCode))
})
void chrome.system.network.getNetworkInterfaces().then(([first]) => first?.prefixLength)
const { name }: { name?: unknown } = chrome.runtime.getManifest()
console.log(chrome.runtime.id, name)

// @ts-expect-error -- bind has no promise: its callback cannot be left out
sockets.udp.bind(1, '127.0.0.1', 0)
// @ts-expect-error -- secure has none either
sockets.tcp.secure(1, {})
// @ts-expect-error -- listen has no promise: its callback cannot be left out
sockets.tcpServer.listen(1, '127.0.0.1', 80)
// @ts-expect-error -- server sockets have no bufferSize
void sockets.tcpServer.create({ bufferSize: 1 })
// @ts-expect-error -- there are three kinds of query
sockets.tcp.connect(1, 'localhost', 80, 'ipv5', () => {})
// @ts-expect-error -- text is not sent
sockets.tcp.send(1, 'text', () => {})
