import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { RunningApp } from '../support/electron/launch.ts'
import { launchApp } from '../support/electron/launch.ts'
import { TcpPeer } from '../support/sockets/tcp-peer.ts'
import { until } from '../support/until.ts'

const manifest = { sockets: { tcpServer: { listen: '*' }, tcp: { connect: '*' }, udp: { bind: '*' } } }

/** Of which a quarter is not for pages. */
const descriptors = 1500
const spare = 1125

let running: RunningApp

beforeEach(async () => {
  running = await launchApp({ options: { manifest } }, 'main.js', { descriptors })
})

afterEach(() => running.close())

/** Binds persistent sockets until that fails; tells how many it could, and the error. */
const bindAll = (page: Page): Promise<{ count: number; error: string | undefined }> =>
  page.evaluate(async () => {
    for (let count = 0; ; count += 1) {
      const { socketId } = await chrome.sockets.udp.create({ persistent: true })
      const { error } = await window.call('udp.bind', socketId, '127.0.0.1', 0)
      if (error !== undefined) return { count, error }
    }
  })

it('a page that binds all sockets it can get is refused in time, and everything else goes on', async () => {
  const page = await running.open()
  expect(await bindAll(page)).toEqual({ count: spare, error: 'net::ERR_INSUFFICIENT_RESOURCES' })
  const { socketId } = await page.evaluate(() => chrome.sockets.tcpServer.create())
  const listen = (): Promise<unknown> =>
    page.evaluate((id) => window.call('tcpServer.listen', id, '127.0.0.1', 0), socketId)
  expect(await listen()).toEqual({ args: [-12], error: 'net::ERR_INSUFFICIENT_RESOURCES' })
  await page.evaluate(() => void (location.href += '?again'))
  await page.waitForURL('**?again')
  await page.waitForLoadState('load')
  const other = await running.open()
  expect(await other.evaluate(async () => (await chrome.sockets.udp.getSockets()).length)).toBe(spare + 1)
  await other.evaluate(async () => {
    for (const { socketId: id } of await chrome.sockets.udp.getSockets()) await chrome.sockets.udp.close(id)
  })
  expect(await bindAll(other)).toEqual({ count: spare, error: 'net::ERR_INSUFFICIENT_RESOURCES' })
}, 120_000)

it('a server whose client takes the last one says so, and goes on when there are some again', async () => {
  const page = await running.open()
  await page.evaluate(() => window.record())
  const server = await page.evaluate(() => window.serve())
  await bindAll(page)
  await page.evaluate(async () => {
    const [first] = await chrome.sockets.udp.getSockets()
    await chrome.sockets.udp.close(first?.socketId ?? 0)
  })
  const readLog = (): Promise<unknown[][]> => page.evaluate(() => window.log)
  const peer = await TcpPeer.connect(server.port)
  await until('told', async () => (await readLog()).length === 2)
  expect((await readLog()).map(([kind, code]) => (kind === 'accept' ? kind : [kind, code]))).toEqual([
    'accept',
    ['acceptError', -12],
  ])
  await page.evaluate(async () => {
    for (const { socketId } of await chrome.sockets.udp.getSockets()) await chrome.sockets.udp.close(socketId)
  })
  await page.evaluate((id) => chrome.sockets.tcpServer.setPaused(id, false), server.socketId)
  const next = await TcpPeer.connect(server.port)
  await until('accepted', async () => (await readLog()).length === 3)
  for (const { socket } of [peer, next]) socket.destroy()
}, 120_000)
