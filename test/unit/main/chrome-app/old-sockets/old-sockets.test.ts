import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { App } from '../../../../../src/main/app/app.ts'
import { OldSockets } from '../../../../../src/main/chrome-app/old-sockets/old-sockets.ts'
import type { OldTcp } from '../../../../../src/main/chrome-app/old-sockets/old-tcp.ts'
import { readSocketPermission } from '../../../../../src/main/chrome-app/old-sockets/socket-permission.ts'
import { closeConnections, track } from '../../../../support/sockets/connected-pair.ts'
import { TcpPeer } from '../../../../support/sockets/tcp-peer.ts'
import { createApp } from '../../../../support/pages/test-app.ts'
import { until } from '../../../../support/until.ts'

let app: App
let sockets: OldSockets

beforeEach(() => {
  app = createApp()
  sockets = new OldSockets(app, readSocketPermission(['socket']))
})

afterEach(() => {
  vi.restoreAllMocks()
  sockets.destroyAll()
  closeConnections()
  app.dispose()
})

/** From now on each look at the clock takes as long as a turn: nothing is closed until {@link vi.restoreAllMocks}. */
function stopClosing(): void {
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 8))
}

function create(): OldTcp {
  const socket = sockets.create('tcp')
  if (socket?.type !== 'tcp') throw new Error('no socket')
  return socket
}

it('sockets of the old API are closed in turns, and found no more', async () => {
  const all = Array.from({ length: 100 }, create)
  const closing = all.map((socket) => vi.spyOn(socket, 'disconnect'))
  const countClosed = (): number => closing.filter(({ mock }) => mock.calls.length > 0).length
  let now = 0
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 1))
  sockets.destroyAll()
  clock.mockImplementation(() => now)
  expect(countClosed()).toBe(3)
  expect([sockets.find(100), sockets.report('')]).toEqual([undefined, []])
  await until('all are closed', () => countClosed() === 100)
})

it('a server of the old API that is yet to be closed takes no client for who has gone', async () => {
  const socket = create()
  await socket.listen('127.0.0.1', 0, 5)
  const { server } = socket
  if (server === undefined) throw new Error('no server')
  const accepting = server.acceptNext()
  stopClosing()
  sockets.destroyAll()
  const peer = track(await TcpPeer.connect(server.socket.address?.localPort ?? 0))
  await until('held', () => server.socket.heldConnections === 1)
  expect(sockets.report('')).toEqual([])
  vi.restoreAllMocks()
  await until('reset', () => peer.errno === 'ECONNRESET')
  expect(await accepting).toEqual({ resultCode: -3 })
})
