import net from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchApp } from '../support/electron/launch.ts'
import { until } from '../support/until.ts'
import type { RunningApp } from '../support/electron/launch.ts'
import { TcpPeer, isListening, listenOnFreePort } from '../support/sockets/tcp-peer.ts'

const manifest = {
  permissions: ['system.network'],
  sockets: { tcpServer: { listen: '*' }, udp: { bind: '*' } },
}

let running: RunningApp
let page: Page

beforeAll(async () => {
  running = await launchApp({ options: { manifest } }, 'main.js', { descriptors: 256 })
})

afterAll(() => running.close())

beforeEach(async () => {
  page = await running.open()
  await page.evaluate(() => window.record())
})

afterEach(() => page.close())

const readLog = (): Promise<unknown[][]> => page.evaluate(() => window.log)

/** Opens files in the main process until the system has no more, or closes so many of them. */
const takeDescriptors = (): Promise<void> =>
  running.app.evaluate(() => {
    const fs = process.getBuiltinModule('node:fs')
    const taken = (Reflect.get(globalThis, 'taken') ?? []) as number[]
    Object.assign(globalThis, { taken })
    try {
      for (;;) taken.push(fs.openSync('/dev/null', 'r'))
    } catch (error) {
      if (!String(error).includes('EMFILE')) throw error
    }
  })

const giveBack = (count: number): Promise<void> =>
  running.app.evaluate((_electron, descriptors) => {
    const fs = process.getBuiltinModule('node:fs')
    for (const fd of (Reflect.get(globalThis, 'taken') as number[]).splice(0, descriptors)) fs.closeSync(fd)
  }, count)

/** Comes and goes as the system will have it: without descriptors a client is closed at once. */
function visit(port: number): void {
  net.connect(port, '127.0.0.1').on('error', () => {})
}

it('without file descriptors a server says so and pauses, and goes on when there are some again', async () => {
  const { port, socketId } = await page.evaluate(() => window.serve())
  await takeDescriptors()
  // One at a time: Electron itself may take what is given back.
  await until('out of descriptors', async () => {
    await giveBack(1)
    visit(port)
    return (await readLog()).some(([kind]) => kind === 'acceptError')
  })
  expect((await readLog()).find(([kind]) => kind === 'acceptError')).toEqual(['acceptError', -12])
  const paused = await page.evaluate((id) => chrome.sockets.tcpServer.getInfo(id), socketId)
  expect(paused).toMatchObject({ paused: true, localPort: port })
  const before = (await readLog()).length
  await giveBack(1000)
  const peer = await TcpPeer.connect(port)
  peer.write('after all')
  await page.evaluate((id) => chrome.sockets.tcpServer.setPaused(id, false), socketId)
  await until('accepted', async () => (await readLog()).length > before)
  const [kind, , client] = (await readLog()).at(-1) as [string, number, number]
  expect(kind).toBe('accept')
  await page.evaluate((id) => chrome.sockets.tcp.setPaused(id, false), client)
  await until('received', async () => (await readLog()).at(-1)?.[2] === 'after all')
  peer.socket.destroy()
})

it('without file descriptors there is no list of networks, and later there is', async () => {
  const list = (): Promise<unknown> =>
    page.evaluate(() => chrome.system.network.getNetworkInterfaces().catch(String))
  // Again and again: Electron itself may give some back.
  await until('no list', async () => {
    await takeDescriptors()
    return (await list()) === 'Error: Network lookup failed or unsupported'
  })
  await giveBack(1000)
  expect(await list()).toBeInstanceOf(Array)
})

it('a port that somebody else takes while it is not listened at can be had again later', async () => {
  const { port, socketId } = await page.evaluate(async () => {
    const server = await window.serve()
    await chrome.sockets.tcpServer.disconnect(server.socketId)
    return server
  })
  const thief = net.createServer().listen(port, '127.0.0.1')
  await until('stolen', () => isListening(port))
  const listen = (): Promise<unknown> =>
    page.evaluate(([id, wanted]) => window.call('tcpServer.listen', id, '127.0.0.1', wanted), [
      socketId,
      port,
    ] as const)
  expect(await listen()).toEqual({ args: [-147], error: 'net::ERR_ADDRESS_IN_USE' })
  await new Promise((resolve) => thief.close(resolve))
  expect(await listen()).toEqual({ args: [0], error: undefined })
  const peer = await TcpPeer.connect(port)
  await until('accepted', async () => (await readLog()).length === 1)
  peer.socket.destroy()
})

describe('an address that this machine does not have', () => {
  it.each(['192.0.2.1', '2001:db8::1'])('%s is invalid for a server and for datagrams', async (address) => {
    const answers = await page.evaluate(async (host) => {
      const server = await chrome.sockets.tcpServer.create()
      const socket = await chrome.sockets.udp.create()
      return [
        await window.call('tcpServer.listen', server.socketId, host, 0),
        await window.call('udp.bind', socket.socketId, host, 0),
        // Neither is spoilt by that.
        await window.call('tcpServer.listen', server.socketId, '127.0.0.1', 0),
        await window.call('udp.bind', socket.socketId, '127.0.0.1', 0),
      ]
    }, address)
    const invalid = { args: [-108], error: 'net::ERR_ADDRESS_INVALID' }
    const done = { args: [0], error: undefined }
    expect(answers).toEqual([invalid, invalid, done, done])
  })

  it('is no obstacle to one that is there', async () => {
    const blocker = await listenOnFreePort(() => {})
    await blocker.close()
    const answer = await page.evaluate(async (port) => {
      const { socketId } = await chrome.sockets.tcpServer.create()
      await window.call('tcpServer.listen', socketId, '192.0.2.1', port)
      return window.call('tcpServer.listen', socketId, '127.0.0.1', port)
    }, blocker.port)
    expect(answer).toEqual({ args: [0], error: undefined })
  })
})
