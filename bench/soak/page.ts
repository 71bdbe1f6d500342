import { makeChromeSocketsHost } from '../apps/common/chrome-sockets-host.ts'
import { makeServerApi } from '../server/server-api.ts'

/** Sockets that the app has, listening ones included. */
async function countSockets(): Promise<number> {
  const { tcp, tcpServer } = chrome.sockets
  const lists = await Promise.all([tcp.getSockets(), tcpServer.getSockets()])
  return lists.reduce((sum, { length }) => sum + length, 0)
}

Object.assign(globalThis, { bench: { ...makeServerApi(makeChromeSocketsHost()), countSockets } })
