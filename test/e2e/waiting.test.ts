import net from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { exposeCollector, listSockets, measureMain } from '../support/electron/app-state.ts'
import { launchApp } from '../support/electron/launch.ts'
import { until } from '../support/until.ts'
import type { RunningApp } from '../support/electron/launch.ts'
import { TcpPeer } from '../support/sockets/tcp-peer.ts'

let running: RunningApp
let page: Page

beforeAll(async () => {
  running = await launchApp({}, 'main.js', exposeCollector)
})

afterAll(() => running.close())

beforeEach(async () => {
  page = await running.open()
})

afterEach(() => page.close())

const readLog = (): Promise<unknown[][]> => page.evaluate(() => window.log)

/** A server with room for three clients, and six that come one after the other. */
async function crowd(listenPaused: boolean): Promise<{ id: number; waiting: TcpPeer[] }> {
  const id = await page.evaluate(async (paused) => {
    const { socketId } = await chrome.sockets.tcpServer.create({})
    await chrome.sockets.tcpServer.setPaused(socketId, paused)
    await window.call('tcpServer.listen', socketId, '127.0.0.1', 0, 3)
    return socketId
  }, listenPaused)
  const [server] = await listSockets(running)
  const waiting: TcpPeer[] = []
  for (let i = 0; i < 3; i += 1) {
    const peer = await TcpPeer.connect(server?.localPort ?? 0)
    peer.write(`client ${i}`)
    waiting.push(peer)
    await until('held', async () => (await listSockets(running))[0]?.heldConnections === i + 1)
  }
  const refused: string[] = []
  for (let i = 0; i < 3; i += 1) {
    const socket = net.connect(server?.localPort ?? 0, '127.0.0.1')
    socket.on('error', ({ message }) => refused.push(message))
  }
  await until('the others are reset', () => refused.length === 3)
  for (const message of refused) expect(message).toContain('ECONNRESET')
  return { id, waiting }
}

describe.each([
  ['that is paused', true],
  ['that nobody listens to', false],
])('a server %s', (_which, paused) => {
  it('holds as many clients as its backlog in order, resets the next ones, and goes on where it was', async () => {
    const { id, waiting } = await crowd(paused)
    await page.evaluate(
      async ([socketId, isPaused]) => {
        window.record()
        if (isPaused) await chrome.sockets.tcpServer.setPaused(socketId, false)
      },
      [id, paused] as const,
    )
    await until('three accepted', async () => (await readLog()).length === 3)
    const clients = (await readLog()).map(([, , client]) => Number(client))
    expect(clients).toEqual(clients.toSorted((a, b) => a - b))
    expect((await listSockets(running)).slice(1).map(({ peerPort }) => peerPort)).toEqual(
      waiting.map(({ socket }) => socket.localPort),
    )
    for (const client of clients) {
      await page.evaluate((socketId) => chrome.sockets.tcp.setPaused(socketId, false), client)
      await until('received', async () => (await readLog()).at(-1)?.[1] === client)
    }
    expect((await readLog()).slice(3).map(([, , text]) => text)).toEqual(['client 0', 'client 1', 'client 2'])
    const later = await TcpPeer.connect((await listSockets(running))[0]?.localPort ?? 0)
    await until('accepts again', async () => (await readLog()).length === 7)
    for (const { socket } of [...waiting, later]) socket.destroy()
  })
})

it('bytes that nobody listens to wait with their sender, and all of them come in the end', async () => {
  const { port } = await page.evaluate(() => {
    const { tcp, tcpServer } = chrome.sockets
    tcpServer.onAccept.addListener(({ clientSocketId }) => void tcp.setPaused(clientSocketId, false))
    return window.serve()
  })
  const peer = await TcpPeer.connect(port)
  const size = 64 * 1024 * 1024
  const before = await measureMain(running)
  peer.write(Buffer.alloc(size, 'x'))
  let sent = -1
  await until('the sender stalls', async () => {
    const [, client] = await listSockets(running)
    const isStill = client?.bytesReceived === sent && sent > 0
    sent = client?.bytesReceived ?? -1
    return isStill
  })
  const [, client] = await listSockets(running)
  expect(client).toMatchObject({ paused: false, bytesWaiting: sent })
  expect(sent).toBeLessThan(1024 * 1024)
  expect(peer.socket.writableLength).toBeGreaterThan(0)
  expect((await measureMain(running)).used - before.used).toBeLessThan(8)
  await page.evaluate(() => {
    const seen = { bytes: 0 }
    Object.assign(window, { seen })
    chrome.sockets.tcp.onReceive.addListener(({ data }) => {
      seen.bytes += data.byteLength
    })
  })
  await until('all received', () =>
    page.evaluate((all) => (Reflect.get(window, 'seen') as { bytes: number }).bytes === all, size),
  )
  peer.socket.destroy()
})
