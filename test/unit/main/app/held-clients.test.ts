import net from 'node:net'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { MockInstance } from 'vitest'
import type { App } from '../../../../src/main/app/app.ts'
import { Delivery } from '../../../../src/main/app/delivery.ts'
import { OldSockets } from '../../../../src/main/chrome-app/old-sockets/old-sockets.ts'
import { readSocketPermission } from '../../../../src/main/chrome-app/old-sockets/socket-permission.ts'
import { DescriptorPool, Descriptors } from '../../../../src/main/sockets/descriptors.ts'
import type { TcpServerSocket } from '../../../../src/main/sockets/tcp-server-socket.ts'
import { addPage, createAppOf, serve } from '../../../support/pages/test-app.ts'
import { closeConnections, track } from '../../../support/sockets/connected-pair.ts'
import { TcpPeer } from '../../../support/sockets/tcp-peer.ts'
import { until } from '../../../support/until.ts'

/** All that there are: one listens, the others wait. */
const most = 41
let app: App
let descriptors: Descriptors
let resets: MockInstance

beforeEach(() => {
  descriptors = new Descriptors(new DescriptorPool(most))
  app = createAppOf(
    { sockets: { tcpServer: { listen: '*' } } },
    { createDelivery: (parts) => new Delivery(parts, descriptors) },
  )
})

afterEach(() => {
  vi.restoreAllMocks()
  closeConnections()
  app.dispose()
})

async function holdClients(server: TcpServerSocket): Promise<void> {
  const port = server.address?.localPort ?? 0
  for (let i = 1; i < most; i += 1) track(await TcpPeer.connect(port))
  await until('all wait', () => server.heldConnections === most - 1)
}

/** From now on each look at the clock takes a millisecond, and resets are counted. */
function slowDown(): void {
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 1))
  resets = vi.spyOn(net.Socket.prototype, 'resetAndDestroy')
}

/** Some in this turn, no more than as many in the next one, and all in the end: then they count no more. */
async function expectToCloseInTurns(): Promise<void> {
  const counts = [resets.mock.calls.length]
  for (let turn = 1; turn < most; turn += 1) {
    await new Promise(setImmediate)
    counts.push(resets.mock.calls.length)
  }
  const steps = counts.map((count, turn) => count - (counts[turn - 1] ?? 0))
  expect(Math.max(...steps)).toBeLessThanOrEqual(4)
  expect(counts.at(-1)).toBe(most - 1)
  expect(takeDescriptors()).toBe(most)
}

function takeDescriptors(): number {
  let taken = 0
  while (taken <= most && descriptors.open(() => new net.Socket()) !== undefined) taken += 1
  return taken
}

it('a server that is closed with many clients that wait resets them in turns', async () => {
  addPage(app)
  const { server } = await serve(app)
  await holdClients(server)
  slowDown()
  app.tcpServer.remove(server)
  server.disconnect()
  expect([server.address, server.heldConnections]).toEqual([undefined, 0])
  await expectToCloseInTurns()
})

it('so does one whose page has gone', async () => {
  const { page } = addPage(app)
  const { server } = await serve(app)
  await holdClients(server)
  slowDown()
  app.removePage(page)
  await expectToCloseInTurns()
})

it('and one of the old API', async () => {
  const sockets = new OldSockets(app, readSocketPermission([{ socket: ['tcp-listen'] }]))
  const socket = sockets.create('tcp')
  if (socket?.type !== 'tcp') throw new Error('no socket')
  await socket.listen('127.0.0.1', 0, most)
  if (socket.server === undefined) throw new Error('no server')
  await holdClients(socket.server.socket)
  slowDown()
  sockets.destroy(socket)
  await expectToCloseInTurns()
})

it('an app that ends has them reset at once', async () => {
  addPage(app)
  const { server } = await serve(app)
  await holdClients(server)
  slowDown()
  app.dispose()
  expect(resets).toHaveBeenCalledTimes(most - 1)
})
