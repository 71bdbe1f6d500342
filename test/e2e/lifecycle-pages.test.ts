import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { collectRejections, killRenderer, listSockets, startAnew } from '../support/electron/app-state.ts'
import { deafServer } from '../support/sockets/deaf-server.ts'
import { launchApp } from '../support/electron/launch.ts'
import { until } from '../support/until.ts'
import type { RunningApp } from '../support/electron/launch.ts'
import { TcpPeer, isListening, listenOnFreePort } from '../support/sockets/tcp-peer.ts'

let running: RunningApp
let readRejections: () => Promise<string[]>

beforeAll(async () => {
  running = await launchApp()
  readRejections = await collectRejections(running)
})

afterAll(() => running.close())

beforeEach(() => startAnew(running))

afterEach(async () => expect(await readRejections()).toEqual([]))

const readLog = (page: Page): Promise<unknown[]> => page.evaluate(() => window.log)

async function untilLogged(page: Page, count: number): Promise<void> {
  await until(`${count} events`, async () => (await readLog(page)).length >= count)
}

/** Returns the page that comes next. */
type Way = (page: Page) => Promise<Page>

const ways: [string, Way][] = [
  ['is closed', (page) => page.close().then(() => running.open())],
  ['is reloaded', (page) => page.reload().then(() => page)],
  ['goes elsewhere', (page) => page.goto('about:blank').then(() => running.open())],
  [
    'crashes',
    async () => {
      await running.app.evaluate(({ webContents }) =>
        webContents.getAllWebContents()[0]?.forcefullyCrashRenderer(),
      )
      return running.open()
    },
  ],
  ['has its process killed', () => killRenderer(running).then(() => running.open())],
]

describe('when the last page', () => {
  it.each(ways)('%s, what is persistent stays, and nothing that came is lost', async (_way, leave) => {
    const page = await running.open()
    const [kept, gone] = await page.evaluate(async () => {
      window.record()
      return [await window.serve({ name: 'kept', persistent: true }), await window.serve({ name: 'gone' })]
    })
    const known = await TcpPeer.connect(kept.port)
    await untilLogged(page, 1)
    await page.evaluate(() => chrome.sockets.tcp.update(1, { name: 'client', persistent: true }))
    const dropped = await TcpPeer.connect(gone.port)
    await untilLogged(page, 2)
    const next = await leave(page)
    await until('port is free', async () => !(await isListening(gone.port)))
    await until('the other client is dropped', () => dropped.ended)
    const later = [await TcpPeer.connect(kept.port), await TcpPeer.connect(kept.port)]
    for (const [i, peer] of [known, ...later].entries()) peer.write(`data ${i}`)
    expect(
      await next.evaluate(async () => [
        await chrome.sockets.tcpServer.getSockets(),
        await chrome.sockets.tcp.getSockets(),
      ]),
    ).toMatchObject([
      [{ name: 'kept', persistent: true, localPort: kept.port, paused: false }],
      [{ socketId: 1, name: 'client', persistent: true, connected: true, paused: true }],
    ])
    await next.evaluate(() => window.record())
    await untilLogged(next, 2)
    const clients = (await readLog(next)).map((event) => (event as unknown[])[2])
    expect(await readLog(next)).toEqual(clients.map((id) => ['accept', kept.socketId, id]))
    for (const id of [1, ...clients]) {
      await next.evaluate((socketId) => chrome.sockets.tcp.setPaused(socketId, false), Number(id))
    }
    await untilLogged(next, 5)
    expect((await readLog(next)).slice(2)).toEqual(
      expect.arrayContaining([
        ['receive', 1, 'data 0'],
        ['receive', clients[0], 'data 1'],
        ['receive', clients[1], 'data 2'],
      ]),
    )
    for (const { socket } of [known, ...later]) socket.destroy()
  })
})

describe('a call that is under way when its page goes', () => {
  it('is given up, where it is a connect', async () => {
    const deaf = await deafServer()
    const page = await running.open()
    await page.evaluate(async (port) => {
      const { socketId } = await chrome.sockets.tcp.create({ name: 'connecting' })
      void window.call('tcp.connect', socketId, '127.0.0.1', port)
    }, deaf.port)
    await until('connecting', async () => (await listSockets(running))[0]?.state === 'connecting')
    await page.reload()
    expect(await listSockets(running)).toEqual([])
    deaf.close()
  })

  it('goes on, where it is a connect of a persistent socket, and the next page finds it', async () => {
    const deaf = await deafServer()
    const page = await running.open()
    await page.evaluate(async (port) => {
      const { socketId } = await chrome.sockets.tcp.create({ persistent: true })
      void window.call('tcp.connect', socketId, '127.0.0.1', port)
    }, deaf.port)
    await until('connecting', async () => (await listSockets(running))[0]?.state === 'connecting')
    await page.reload()
    expect(await listSockets(running)).toMatchObject([{ state: 'connecting', persistent: true }])
    deaf.close()
    // Without its server the attempt comes to nothing.
    await until('given up', async () => (await listSockets(running))[0]?.state === 'created')
    expect(await page.evaluate(() => window.log)).toEqual([])
  })

  it('leaves no port behind, where it is a listen', async () => {
    const blocker = await listenOnFreePort(() => {})
    const { port } = blocker
    await blocker.close()
    const page = await running.open()
    for (let i = 0; i < 5; i += 1) {
      const loaded = page.waitForEvent('load')
      await page.evaluate(
        (free) =>
          setTimeout(() => {
            chrome.sockets.tcpServer.create({}, ({ socketId }) => {
              chrome.sockets.tcpServer.listen(socketId, '127.0.0.1', free, () => {})
              location.reload()
            })
          }, 0),
        port,
      )
      await loaded
    }
    await until('nothing left', async () => (await listSockets(running)).length === 0)
    expect(await isListening(port)).toBe(false)
  })

  it.each([false, true])('is a big send: with persistent = %s it ends or goes on', async (persistent) => {
    const peers: TcpPeer[] = []
    const server = await listenOnFreePort((socket) => peers.push(TcpPeer.adopt(socket.pause())))
    const size = 32 * 1024 * 1024
    const page = await running.open()
    await page.evaluate(
      async ([port, properties, bytes]) => {
        const { socketId } = await chrome.sockets.tcp.create(properties)
        await window.call('tcp.connect', socketId, '127.0.0.1', port)
        void window.call('tcp.send', socketId, new ArrayBuffer(bytes))
      },
      [server.port, { persistent }, size] as const,
    )
    await until('sending', async () => ((await listSockets(running))[0]?.bytesQueued ?? 0) > 0)
    await page.reload()
    peers[0]?.socket.resume()
    if (persistent) await until('all arrived', () => peers[0]?.socket.bytesRead === size)
    else await until('cut off', () => peers[0]?.ended === true || peers[0]?.errno !== undefined)
    // The peer has the last bytes before the main process is told that they have gone.
    await until('nothing waits', async () =>
      (await listSockets(running)).every(({ bytesQueued }) => bytesQueued === 0),
    )
    const left = await listSockets(running)
    expect(left.map(({ bytesSent }) => bytesSent)).toEqual(persistent ? [size] : [])
    expect(peers[0]?.socket.bytesRead === size).toBe(persistent)
    await server.close()
  })
})

describe('events', () => {
  it('go in order to every page that listens, and to no other', async () => {
    const pages = [await running.open(), await running.open(), await running.open()] as const
    const [first, second, deaf] = pages
    const { port } = await first.evaluate(() => window.serve())
    for (const page of [first, second]) await page.evaluate(() => window.record())
    const peer = await TcpPeer.connect(port)
    for (const page of [first, second]) await untilLogged(page, 1)
    await deaf.evaluate(() => chrome.sockets.tcp.setPaused(1, false))
    for (let i = 0; i < 50; i += 1) peer.write(`${i},`)
    peer.socket.end()
    const expected = Array.from({ length: 50 }, (_, i) => `${i},`).join('')
    for (const page of [first, second]) {
      await until('end', async () => JSON.stringify((await readLog(page)).at(-1)) === '["error",1,-100]')
      const log = (await readLog(page)) as string[][]
      expect(log[0]).toEqual(['accept', 1, 1])
      expect(
        log
          .slice(1, -1)
          .map(([, , text]) => text)
          .join(''),
      ).toBe(expected)
    }
    expect(await readLog(deaf)).toEqual([])
  })
})
