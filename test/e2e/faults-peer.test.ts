import type net from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  collectRejections,
  exposeCollector,
  listSockets,
  measureMain,
} from '../support/electron/app-state.ts'
import { launchApp } from '../support/electron/launch.ts'
import { until } from '../support/until.ts'
import type { RunningApp } from '../support/electron/launch.ts'
import { TcpPeer, listenOnFreePort } from '../support/sockets/tcp-peer.ts'

let running: RunningApp
let page: Page
let readRejections: () => Promise<string[]>

beforeAll(async () => {
  running = await launchApp({}, 'main.js', exposeCollector)
  readRejections = await collectRejections(running)
})

afterAll(() => running.close())

beforeEach(async () => {
  page = await running.open()
  await page.evaluate(() => window.record())
})

afterEach(async () => {
  await page.close()
  await until('no socket is left', async () => (await listSockets(running)).length === 0)
  expect(await readRejections()).toEqual([])
})

const readLog = (): Promise<unknown[][]> => page.evaluate(() => window.log)

async function untilLogged(...expected: unknown[][]): Promise<void> {
  const texts = expected.map((event) => JSON.stringify(event))
  await until(texts.join(), async () => {
    const log = new Set((await readLog()).map((event) => JSON.stringify(event)))
    return texts.every((text) => log.has(text))
  })
}

/** A page's server, and a client of it that the page knows as 1 or one of the next numbers. */
async function accept(): Promise<{ peer: TcpPeer; client: number }> {
  const { port } = await page.evaluate(() => window.serve())
  const peer = await TcpPeer.connect(port)
  await until('accepted', async () => (await readLog()).length === 1)
  return { peer, client: Number((await readLog())[0]?.[2]) }
}

const unpause = (id: number): Promise<void> =>
  page.evaluate((socketId) => chrome.sockets.tcp.setPaused(socketId, false), id)

/** Connects a socket of the page to a server of this process. */
async function connect(onConnection: (socket: net.Socket) => void): Promise<{
  id: number
  close: () => Promise<void>
}> {
  const { close, port } = await listenOnFreePort(onConnection)
  const id = await page.evaluate(async (serverPort) => {
    const { socketId } = await chrome.sockets.tcp.create({})
    await window.call('tcp.connect', socketId, '127.0.0.1', serverPort)
    return socketId
  }, port)
  return { id, close }
}

describe('a peer that resets', () => {
  it('before it is announced is announced, with its address, and a read finds the reset', async () => {
    const { port, socketId } = await page.evaluate(async () => {
      const server = await window.serve()
      await chrome.sockets.tcpServer.setPaused(server.socketId, true)
      return server
    })
    // The accept that was under way when the server was paused takes the first one.
    const first = await TcpPeer.connect(port)
    const peer = await TcpPeer.connect(port)
    const { localPort } = peer.socket
    await until('held', async () => (await listSockets(running))[0]?.heldConnections === 1)
    peer.socket.resetAndDestroy()
    await page.evaluate((id) => chrome.sockets.tcpServer.setPaused(id, false), socketId)
    await until('accepted', async () => (await readLog()).length === 2)
    const client = Number((await readLog())[1]?.[2])
    const info = await page.evaluate((id) => chrome.sockets.tcp.getInfo(id), client)
    expect(info).toMatchObject({ connected: true, peerAddress: '127.0.0.1', peerPort: localPort })
    await unpause(client)
    await untilLogged(['error', client, -101])
    first.socket.destroy()
  })

  it('after that, while paused, is noticed by the next read and not before', async () => {
    const { client, peer } = await accept()
    peer.socket.resetAndDestroy()
    const sent = await page.evaluate((id) => window.call('tcp.getInfo', id), client)
    expect(sent).toMatchObject({ args: [{ connected: true, paused: true }] })
    await unpause(client)
    await untilLogged(['error', client, -101])
    expect(await readLog()).toHaveLength(2)
  })

  it('while it is received from ends the reading, and what came before is not lost', async () => {
    const { client, peer } = await accept()
    await unpause(client)
    peer.write('last words')
    await untilLogged(['receive', client, 'last words'])
    peer.socket.resetAndDestroy()
    await untilLogged(['error', client, -101])
    expect(await page.evaluate((id) => chrome.sockets.tcp.getInfo(id), client)).toMatchObject({
      connected: false,
      paused: true,
    })
  })

  it('while it is sent to has every send answered', async () => {
    const connections: net.Socket[] = []
    const { close, id } = await connect((socket) => connections.push(socket.pause()))
    await page.evaluate((socketId) => {
      const answers = Array.from({ length: 20 }, () =>
        window.call('tcp.send', socketId, new ArrayBuffer(1024 * 1024)),
      )
      Object.assign(window, { answers: Promise.all(answers) })
    }, id)
    await until('under way', async () => ((await listSockets(running))[0]?.bytesSent ?? 0) > 0)
    connections[0]?.resetAndDestroy()
    const answers = await page.evaluate(
      () => Reflect.get(window, 'answers') as Promise<{ error: string | undefined }[]>,
    )
    expect(answers.at(-1)).toEqual({ args: [{ resultCode: -2 }], error: 'net::ERR_FAILED' })
    const firstFailure = answers.findIndex(({ error }) => error !== undefined)
    expect(answers.slice(firstFailure).every(({ error }) => error === 'net::ERR_FAILED')).toBe(true)
    await until('told', async () => (await readLog()).length === 1)
    await close()
  })

  it('in the handshake of TLS has secure fail, and the socket is closed', async () => {
    const { close, port } = await listenOnFreePort((socket) =>
      socket.once('data', () => socket.resetAndDestroy()),
    )
    const answers = await page.evaluate(async (serverPort) => {
      const { socketId } = await chrome.sockets.tcp.create({})
      await chrome.sockets.tcp.setPaused(socketId, true)
      await window.call('tcp.connect', socketId, '127.0.0.1', serverPort)
      return [await window.call('tcp.secure', socketId), await window.call('tcp.getInfo', socketId)]
    }, port)
    expect(answers).toEqual([
      { args: [-101], error: 'net::ERR_CONNECTION_RESET' },
      { args: [], error: 'Socket not found' },
    ])
    await close()
  })
})

it('a peer that reads nothing costs no more than the quota, and every send of a gigabyte is answered', async () => {
  const connections: net.Socket[] = []
  const { close, id } = await connect((socket) => connections.push(socket.pause()))
  const before = await measureMain(running)
  await page.evaluate((socketId) => {
    const counts: Record<string, number> = {}
    Object.assign(window, { counts })
    const megabyte = new ArrayBuffer(1024 * 1024)
    for (let i = 0; i < 1024; i += 1) {
      chrome.sockets.tcp.send(socketId, megabyte, () => {
        const outcome = chrome.runtime.lastError?.message ?? 'sent'
        counts[outcome] = (counts[outcome] ?? 0) + 1
      })
    }
  }, id)
  const readCounts = (): Promise<Record<string, number>> =>
    page.evaluate(() => Reflect.get(window, 'counts') as Record<string, number>)
  const countOf = async (): Promise<number> =>
    Object.values(await readCounts()).reduce((sum, count) => sum + count, 0)
  // A gigabyte has to come to the main process before all of it is answered.
  await vi.waitFor(async () => expect(await countOf()).toBeGreaterThanOrEqual(820), { timeout: 25_000 })
  const { 'Exceeded write quota.': refused = 0, sent = 0 } = await readCounts()
  expect(1024 - refused - sent).toBeLessThanOrEqual(200)
  expect((await listSockets(running))[0]?.bytesQueued).toBeLessThanOrEqual(200 * 1024 * 1024)
  expect((await measureMain(running)).rss - before.rss).toBeLessThan(400)
  connections[0]?.resetAndDestroy()
  await until('all answered', async () => (await countOf()) === 1024)
  const counts = await readCounts()
  expect(counts['net::ERR_FAILED']).toBeGreaterThan(150)
  expect(Object.keys(counts).toSorted()).toEqual(
    [
      'Exceeded write quota.',
      'net::ERR_FAILED',
      ...(counts['sent'] === undefined ? [] : ['sent']),
    ].toSorted(),
  )
  expect((await measureMain(running)).used - before.used).toBeLessThan(20)
  await close()
})
