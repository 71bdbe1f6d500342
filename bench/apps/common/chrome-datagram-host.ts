import type { DatagramHost } from '../../server/datagrams/datagram-host.ts'
import { callChrome } from './call-chrome.ts'

type Receive = (data: ArrayBuffer, port: number) => void

/** chrome.sockets.udp, used as a Chrome App uses it. */
export function makeChromeDatagramHost(): DatagramHost<ArrayBuffer> {
  const { udp } = chrome.sockets
  let ownId = -1
  let receive: Receive | undefined
  udp.onReceive.addListener(({ socketId, data, remotePort }) => {
    if (socketId === ownId) receive?.(data, remotePort)
  })
  return {
    bind: async (newReceive) => {
      receive = newReceive
      const { socketId } = await udp.create({})
      ownId = socketId
      await callChrome<number>((done) => udp.bind(socketId, '127.0.0.1', 0, done))
      const { localPort } = await udp.getInfo(socketId)
      return localPort ?? 0
    },
    send: (data, port, sent) => {
      udp.send(ownId, data, '127.0.0.1', port, () => sent(chrome.runtime.lastError === undefined))
    },
    close: () => new Promise((resolve) => udp.close(ownId, resolve)),
  }
}
