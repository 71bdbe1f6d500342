import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import {
  collectRejections,
  exposeCollector,
  killRenderer,
  listSockets,
} from '../support/electron/app-state.ts'
import { measureMain, startAnew } from '../support/electron/app-state.ts'
import { launchApp } from '../support/electron/launch.ts'
import { until } from '../support/until.ts'
import type { RunningApp } from '../support/electron/launch.ts'
import { TcpPeer, isListening } from '../support/sockets/tcp-peer.ts'

let running: RunningApp
let readRejections: () => Promise<string[]>

beforeAll(async () => {
  running = await launchApp({}, 'main.js', exposeCollector)
  readRejections = await collectRejections(running)
  await running.app.evaluate(({ session }) => {
    globalThis.test.installChromeSockets({
      manifest: { name: 'other', sockets: { tcpServer: { listen: '*' } } },
      sessions: [session.fromPartition('other')],
    })
  })
})

afterAll(async () => {
  expect(await readRejections()).toEqual([])
  await running.close()
})

beforeEach(() => startAnew(running))

/** A page of another app: it shares nothing with the others. */
const openOther = (): Promise<Page> => running.open('page.html', { partition: 'other' })

async function serveEcho(page: Page): Promise<number> {
  const { port } = await page.evaluate(() => {
    window.echo()
    return window.serve()
  })
  return port
}

/** Counts what comes in `window.bytes`. */
const countBytes = (page: Page): Promise<void> =>
  page.evaluate(() => {
    Object.assign(window, { bytes: 0 })
    chrome.sockets.tcp.onReceive.addListener(({ data }) => {
      Object.assign(window, { bytes: Number(Reflect.get(window, 'bytes')) + data.byteLength })
    })
  })

const readBytes = (page: Page): Promise<number> => page.evaluate(() => Number(Reflect.get(window, 'bytes')))

it('a page that does nothing but reckon holds up no other app, and costs no memory', async () => {
  const busy = await running.open()
  const other = await openOther()
  const otherPort = await serveEcho(other)
  const { port } = await busy.evaluate(() => {
    const { tcp, tcpServer } = chrome.sockets
    tcpServer.onAccept.addListener(({ clientSocketId }) => void tcp.setPaused(clientSocketId, false))
    return window.serve()
  })
  await countBytes(busy)
  const peer = await TcpPeer.connect(port)
  peer.write('x')
  await until('first byte', async () => (await readBytes(busy)) === 1)
  const before = await measureMain(running)
  const end = Date.now() + 3500
  const reckoned = busy.evaluate((time) => {
    while (Date.now() < time);
  }, end)
  const size = 48 * 1024 * 1024
  peer.write(Buffer.alloc(size))
  const otherPeer = await TcpPeer.connect(otherPort)
  for (let i = 1; i <= 20; i += 1) {
    otherPeer.write('ping')
    await until('answered', () => otherPeer.received.length === 4 * i)
  }
  expect((await measureMain(running)).used - before.used).toBeLessThan(16)
  expect(peer.socket.writableLength).toBeGreaterThan(0)
  expect(Date.now()).toBeLessThan(end)
  await reckoned
  await until('all received', async () => (await readBytes(busy)) === size + 1)
  for (const { socket } of [peer, otherPeer]) socket.destroy()
})

it('a page killed in the middle of 100 transfers takes its sockets with it and nothing else', async () => {
  const other = await openOther()
  const otherPeer = await TcpPeer.connect(await serveEcho(other))
  await until('the other one', async () => (await listSockets(running)).length === 2)
  const rest = (await listSockets(running)).map(({ socketId }) => socketId)
  const page = await running.open()
  const port = await serveEcho(page)
  const peers = await Promise.all(Array.from({ length: 100 }, () => TcpPeer.connect(port)))
  for (const peer of peers) peer.write(Buffer.alloc(4 * 1024 * 1024))
  await until('all are under way', () => peers.every(({ socket }) => socket.bytesRead > 0))
  await killRenderer(running)
  await until('every peer is told', () => peers.every((peer) => peer.ended || peer.errno !== undefined))
  expect(peers.some(({ socket }) => socket.bytesRead < 4 * 1024 * 1024)).toBe(true)
  expect(await isListening(port)).toBe(false)
  await until('no socket is left', async () => (await listSockets(running)).length === 2)
  expect((await listSockets(running)).map(({ socketId }) => socketId)).toEqual(rest)
  const countHandles = (): Promise<number> =>
    running.app.evaluate(
      () => process.getActiveResourcesInfo().filter((type) => type === 'TCPSocketWrap').length,
    )
  // The one of the other app, and none of the pipes and sockets that Electron or the test itself uses.
  const before = await countHandles()
  otherPeer.write('alive')
  await until('the other one goes on', () => otherPeer.text === 'alive')
  otherPeer.socket.end()
  await until('its handle was the last', async () => (await countHandles()) < before)
  expect(before).toBeLessThan(10)
})
