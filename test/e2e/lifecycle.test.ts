import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startAnew } from '../support/electron/app-state.ts'
import { disposeIn } from '../support/electron/globals.ts'
import { launchApp } from '../support/electron/launch.ts'
import type { RunningApp } from '../support/electron/launch.ts'
import { TcpPeer, isListening } from '../support/sockets/tcp-peer.ts'
import { until } from '../support/until.ts'

let running: RunningApp

beforeAll(async () => {
  running = await launchApp()
})

beforeEach(() => startAnew(running))

afterAll(() => running.close())

describe('two windows of an app', () => {
  it('share the sockets, and each hears the events', async () => {
    const first = await running.open()
    const second = await running.open()
    const server = await first.evaluate(() => {
      window.record()
      return window.serve({ name: 'shared' })
    })
    await second.evaluate(() => window.record())
    expect(await second.evaluate(() => chrome.sockets.tcpServer.getSockets())).toMatchObject([
      { socketId: server.socketId, name: 'shared', localPort: server.port },
    ])
    const peer = await TcpPeer.connect(server.port)
    for (const page of [first, second]) {
      await until('heard', () => page.evaluate(() => window.log.length === 1))
      expect(await page.evaluate(() => window.log)).toEqual([['accept', server.socketId, 1]])
    }
    await second.evaluate(() => chrome.sockets.tcp.setPaused(1, false))
    peer.write('to both')
    for (const page of [first, second]) {
      await until('received', () => page.evaluate(() => window.log.length === 2))
      expect((await page.evaluate(() => window.log))[1]).toEqual(['receive', 1, 'to both'])
    }
    peer.socket.destroy()
  })

  it('keep the sockets when one of them closes', async () => {
    const first = await running.open()
    const second = await running.open()
    const server = await first.evaluate(() => window.serve())
    await second.evaluate(() => window.record())
    await first.close()
    const peer = await TcpPeer.connect(server.port)
    await until('accepted', () => second.evaluate(() => window.log.length === 1))
    peer.socket.destroy()
    await second.close()
    await until('port is free', async () => !(await isListening(server.port)))
  })
})

describe('when its page goes', () => {
  it('by a reload, the port is free before the new page runs', async () => {
    const page = await running.open()
    const server = await page.evaluate(() => window.serve())
    await page.reload()
    const again = await page.evaluate(async (port) => {
      const { socketId } = await chrome.sockets.tcpServer.create({})
      return window.call('tcpServer.listen', socketId, '127.0.0.1', port)
    }, server.port)
    expect(again).toEqual({ args: [0], error: undefined })
  })

  it('a persistent socket stays for the next one', async () => {
    const page = await running.open()
    const server = await page.evaluate(() => window.serve({ name: 'kept', persistent: true }))
    await page.reload()
    const peer = await TcpPeer.connect(server.port)
    expect(await page.evaluate(() => chrome.sockets.tcpServer.getSockets())).toMatchObject([{ name: 'kept' }])
    await page.evaluate(() => window.record())
    await until('accepted', () => page.evaluate(() => window.log.length === 1))
    peer.socket.destroy()
  })

  it('by a crash, its ports are freed', async () => {
    const page = await running.open()
    const server = await page.evaluate(() => window.serve())
    await running.app.evaluate(({ webContents }) =>
      webContents.getAllWebContents()[0]?.forcefullyCrashRenderer(),
    )
    await until('port is free', async () => !(await isListening(server.port)))
  })
})

describe('dispose', () => {
  it('closes every socket, ends the API of open pages and removes every listener', async () => {
    const page = await running.open()
    const server = await page.evaluate(() => window.serve({ persistent: true }))
    const peer = await TcpPeer.connect(server.port)
    await page.evaluate(() => {
      const pending = chrome.sockets.tcp.getSockets().then(() => 'answered')
      Object.assign(window, { pending })
    })
    await disposeIn(running.app)
    await until('reset', () => peer.errno === 'ECONNRESET' || peer.ended)
    expect(await isListening(server.port)).toBe(false)
    await until('ended', () =>
      page.evaluate(() => {
        try {
          void chrome.sockets.tcp.getSockets().catch(() => {})
          return false
        } catch (error) {
          return String(error) === 'Error: Extension context invalidated.'
        }
      }),
    )
    const left = await running.app.evaluate(({ app, ipcMain, session }) => ({
      connect: ipcMain.listenerCount('electron-chrome-sockets:connect'),
      quit: app.listenerCount('will-quit'),
      preloads: session.defaultSession.getPreloads(),
    }))
    expect(left).toEqual({ connect: 0, quit: 0, preloads: [] })
    const later = await running.open()
    expect(await later.evaluate(() => window.atStart)).toBe('undefined')
  })

  it('may be followed by a new installation', async () => {
    await disposeIn(running.app)
    await running.app.evaluate(() => {
      globalThis.handle = globalThis.test.start()
    })
    const page = await running.open()
    expect(await page.evaluate(() => window.serve())).toMatchObject({ socketId: 1 })
  })
})

describe('quitting the app', () => {
  it('frees every port', async () => {
    const page = await running.open()
    const server = await page.evaluate(() => window.serve({ persistent: true }))
    await running.app.close()
    expect(await isListening(server.port)).toBe(false)
  })
})
