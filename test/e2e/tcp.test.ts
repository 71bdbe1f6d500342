import crypto from 'node:crypto'
import { once } from 'node:events'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { launchApp } from '../support/electron/launch.ts'
import type { RunningApp } from '../support/electron/launch.ts'
import { TcpPeer, isListening, listenOnFreePort } from '../support/sockets/tcp-peer.ts'
import { until } from '../support/until.ts'

let running: RunningApp
let page: Page

beforeAll(async () => {
  running = await launchApp()
})

afterAll(() => running.close())

beforeEach(async () => {
  page = await running.open()
})

afterEach(() => page.close())

const readLog = (): Promise<unknown[]> => page.evaluate(() => window.log)

describe('a server in a sandboxed page', () => {
  it('accepts, receives, sends and closes', async () => {
    const server = await page.evaluate(async () => {
      window.record()
      return window.serve()
    })
    const peer = await TcpPeer.connect(server.port)
    await until('accepted', async () => (await readLog()).length === 1)
    const [[, , client]] = (await readLog()) as [[string, number, number]]
    peer.write('hello')
    const before = await page.evaluate((id) => chrome.sockets.tcp.getInfo(id), client)
    expect(before).toEqual({
      connected: true,
      localAddress: '127.0.0.1',
      localPort: server.port,
      paused: true,
      peerAddress: '127.0.0.1',
      peerPort: peer.socket.localPort,
      persistent: false,
      socketId: client,
    })
    await page.evaluate((id) => chrome.sockets.tcp.setPaused(id, false), client)
    await until('received', async () => (await readLog()).length === 2)
    const sent = await page.evaluate((id) => {
      return window.call('tcp.send', id, new TextEncoder().encode('world'))
    }, client)
    expect(sent).toEqual({ args: [{ bytesSent: 5, resultCode: 0 }], error: undefined })
    await until('answered', () => peer.text === 'world')
    peer.socket.end()
    await until('ended', async () => (await readLog()).length === 3)
    expect(await readLog()).toEqual([
      ['accept', server.socketId, client],
      ['receive', client, 'hello'],
      ['error', client, -100],
    ])
    await page.evaluate((id) => chrome.sockets.tcpServer.close(id), server.socketId)
    expect(await isListening(server.port)).toBe(false)
  })

  it('tells its state with keys in the order of Chrome', async () => {
    const keys = await page.evaluate(async () => {
      const { socketId } = await window.serve({ name: 'n', persistent: false })
      return Object.keys(await chrome.sockets.tcpServer.getInfo(socketId))
    })
    expect(keys).toEqual(['localAddress', 'localPort', 'name', 'paused', 'persistent', 'socketId'])
  })

  it('says that an address is in use, and may try again', async () => {
    const blocker = await listenOnFreePort(() => {})
    const listen = (id: number): Promise<unknown> =>
      page.evaluate(([socketId, port]) => window.call('tcpServer.listen', socketId, '127.0.0.1', port), [
        id,
        blocker.port,
      ] as const)
    const { socketId } = await page.evaluate(() => chrome.sockets.tcpServer.create({}))
    expect(await listen(socketId)).toEqual({ args: [-147], error: 'net::ERR_ADDRESS_IN_USE' })
    await blocker.close()
    expect(await listen(socketId)).toEqual({ args: [0], error: undefined })
  })

  it('holds connections that come before anybody listens to onAccept', async () => {
    const server = await page.evaluate(() => window.serve())
    const first = await TcpPeer.connect(server.port)
    const second = await TcpPeer.connect(server.port)
    first.write('early')
    await page.evaluate(() => window.record())
    await until('both accepted', async () => (await readLog()).length === 2)
    await page.evaluate(() => chrome.sockets.tcp.setPaused(window.log[0]?.[2] as number, false))
    await until('data received', async () => (await readLog()).length === 3)
    expect((await readLog())[2]).toEqual(['receive', expect.any(Number), 'early'])
    second.socket.destroy()
  })

  it('gives each answer and event a task of its own', async () => {
    const order = await page.evaluate(
      () =>
        new Promise((resolve) => {
          const seen: string[] = []
          chrome.sockets.tcpServer.create({}, async () => {
            seen.push('first')
            for (let i = 0; i < 20; i += 1) await Promise.resolve()
            seen.push('its microtasks')
          })
          chrome.sockets.tcpServer.create({}, () => resolve([...seen, 'second']))
        }),
    )
    expect(order).toEqual(['first', 'its microtasks', 'second'])
  })

  it('carries much data both ways, whole and in order', async () => {
    const server = await page.evaluate(() => {
      window.echo()
      return window.serve()
    })
    const peer = await TcpPeer.connect(server.port)
    const data = crypto.randomBytes(16 * 1024 * 1024)
    peer.write(data)
    await until('all echoed', () => peer.received.length === data.length)
    expect(peer.received.equals(data)).toBe(true)
    peer.socket.destroy()
  })

  it('cuts what is received to bufferSize', async () => {
    const sizes = await page.evaluate(async () => {
      const { tcp, tcpServer } = chrome.sockets
      const received: number[] = []
      tcpServer.onAccept.addListener(async ({ clientSocketId }) => {
        await tcp.update(clientSocketId, { bufferSize: 1000 })
        await tcp.setPaused(clientSocketId, false)
      })
      tcp.onReceive.addListener(({ data }) => received.push(data.byteLength))
      Object.assign(window, { received })
      return window.serve()
    })
    const peer = await TcpPeer.connect(sizes.port)
    peer.write(Buffer.alloc(10_500))
    const received = (): Promise<number[]> => page.evaluate(() => Reflect.get(window, 'received') as number[])
    await until(
      'all received',
      async () => (await received()).reduce((sum, size) => sum + size, 0) === 10_500,
    )
    expect(Math.max(...(await received()))).toBe(1000)
    peer.socket.destroy()
  })
})

describe('a client in a sandboxed page', () => {
  it('connects, sends, receives and disconnects', async () => {
    const peers: TcpPeer[] = []
    const server = await listenOnFreePort((socket) => peers.push(TcpPeer.adopt(socket)))
    const info = await page.evaluate(async (port) => {
      window.record()
      const { socketId } = await chrome.sockets.tcp.create({ name: 'client', bufferSize: 512 })
      const connected = await window.call('tcp.connect', socketId, '127.0.0.1', port)
      return { connected, info: await chrome.sockets.tcp.getInfo(socketId) }
    }, server.port)
    expect(info.connected).toEqual({ args: [0], error: undefined })
    expect(info.info).toMatchObject({ bufferSize: 512, connected: true, name: 'client', paused: false })
    await until('accepted', () => peers.length === 1)
    peers[0]?.write('greeting')
    await until('received', async () => (await readLog()).length === 1)
    await page.evaluate((id) => window.call('tcp.send', id, new ArrayBuffer(3)), info.info.socketId)
    await until('sent', () => peers[0]?.received.length === 3)
    await page.evaluate((id) => chrome.sockets.tcp.disconnect(id), info.info.socketId)
    await until('ended', () => peers[0]?.ended === true)
    const { socketId } = info.info
    expect(await readLog()).toEqual([
      ['receive', socketId, 'greeting'],
      ['error', socketId, -100],
    ])
    await server.close()
  })

  it('tells a reset from an orderly end', async () => {
    const server = await listenOnFreePort((socket) => {
      socket.resume()
      socket.once('data', () => socket.resetAndDestroy())
    })
    await page.evaluate(async (port) => {
      window.record()
      const { socketId } = await chrome.sockets.tcp.create({})
      await window.call('tcp.connect', socketId, '127.0.0.1', port)
      await window.call('tcp.send', socketId, new ArrayBuffer(1))
    }, server.port)
    await until('reset', async () => (await readLog()).length === 1)
    expect(await readLog()).toEqual([['error', expect.any(Number), -101]])
    await server.close()
  })

  it('is refused, and says so', async () => {
    const server = await listenOnFreePort(() => {})
    await server.close()
    const answer = await page.evaluate(async (port) => {
      const { socketId } = await chrome.sockets.tcp.create({})
      return window.call('tcp.connect', socketId, '127.0.0.1', port)
    }, server.port)
    expect(answer).toEqual({ args: [-102], error: 'net::ERR_CONNECTION_REFUSED' })
  })

  it('sends everything it was given before it closes', async () => {
    const peers: TcpPeer[] = []
    const server = await listenOnFreePort((socket) => peers.push(TcpPeer.adopt(socket)))
    await page.evaluate(async (port) => {
      const { socketId } = await chrome.sockets.tcp.create({})
      await window.call('tcp.connect', socketId, '127.0.0.1', port)
      chrome.sockets.tcp.send(socketId, new ArrayBuffer(3 * 1024 * 1024), () => {})
      await chrome.sockets.tcp.close(socketId)
    }, server.port)
    await until('everything arrived', () => peers[0]?.ended === true)
    expect(peers[0]?.received.length).toBe(3 * 1024 * 1024)
    await once(peers[0]!.socket.end(), 'close')
    await server.close()
  })
})
