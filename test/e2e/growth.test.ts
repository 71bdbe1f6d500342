import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { exposeCollector, listSockets, measureMain, startAnew } from '../support/electron/app-state.ts'
import { appFolder, launchApp } from '../support/electron/launch.ts'
import { until } from '../support/until.ts'
import type { RunningApp } from '../support/electron/launch.ts'
import { listenOnFreePort } from '../support/sockets/tcp-peer.ts'

let running: RunningApp
let echo: Awaited<ReturnType<typeof listenOnFreePort>>

beforeAll(async () => {
  running = await launchApp({}, 'main.js', {
    flags: [...exposeCollector.flags, '--renderer-process-limit=2'],
  })
  echo = await listenOnFreePort((socket) => socket.pipe(socket))
  await running.app.evaluate(({ ipcMain }) => {
    const ports = { opened: 0, closed: 0, collected: 0 }
    Object.assign(globalThis, { ports })
    const registry = new FinalizationRegistry(() => {
      ports.collected += 1
    })
    ipcMain.on('electron-chrome-sockets:connect', (event) => {
      for (const port of event.ports) {
        ports.opened += 1
        registry.register(port, undefined)
        port.on('close', () => {
          ports.closed += 1
        })
      }
    })
  })
})

afterAll(async () => {
  await echo.close()
  await running.close()
})

interface State {
  readonly used: number
  readonly listeners: number
  readonly resources: Record<string, number>
  readonly ports: { readonly opened: number; readonly closed: number; readonly collected: number }
}

async function readState(): Promise<State> {
  const { used } = await measureMain(running)
  return running.app.evaluate(({ app, ipcMain }, megabytes) => {
    const resources: Record<string, number> = {}
    for (const type of process.getActiveResourcesInfo()) resources[type] = (resources[type] ?? 0) + 1
    const count = (emitter: NodeJS.EventEmitter): number =>
      emitter.eventNames().reduce((sum, name) => sum + emitter.listenerCount(name), 0)
    return {
      used: megabytes,
      listeners: count(ipcMain) + count(app),
      resources,
      ports: Reflect.get(globalThis, 'ports') as State['ports'],
    }
  }, used)
}

/** What a page of an app may do with its time, without tidying up. */
const work = (port: number): string => `(async () => {
  const { tcp, tcpServer, udp } = chrome.sockets
  window.record()
  window.echo()
  const { port } = await window.serve()
  for (const [peerPort, name] of [[${port}, 'client'], [port, 'own']]) {
    const { socketId } = await tcp.create({ name })
    await window.call('tcp.connect', socketId, '127.0.0.1', peerPort)
    await window.call('tcp.send', socketId, new ArrayBuffer(100000))
  }
  await udp.create()
  return true
})()`

/** In one window, again and again. */
const reload = (times: number): Promise<void> =>
  running.app.evaluate(
    async ({ BrowserWindow }, { count, script, url }) => {
      const window = new BrowserWindow({ show: false })
      for (let i = 0; i < count; i += 1) {
        await window.loadURL(url)
        await window.webContents.executeJavaScript(script)
      }
      window.destroy()
    },
    { count: times, script: work(echo.port), url: `file://${path.join(appFolder, 'page.html')}` },
  )

/** Five windows at a time. */
const openAndClose = (times: number): Promise<void> =>
  running.app.evaluate(
    async ({ BrowserWindow }, { count, script, url }) => {
      for (let i = 0; i < count; i += 5) {
        const windows = Array.from({ length: 5 }, () => new BrowserWindow({ show: false }))
        await Promise.all(
          windows.map(async (window) => {
            await window.loadURL(url)
            await window.webContents.executeJavaScript(script)
            window.destroy()
          }),
        )
      }
    },
    { count: times, script: work(echo.port), url: `file://${path.join(appFolder, 'page.html')}` },
  )

async function settle(): Promise<State> {
  await until('every page is gone', async () => {
    const { ports } = await readState()
    return ports.opened === ports.closed && (await listSockets(running)).length === 0
  })
  await until('every port is given back', async () => {
    const { ports } = await readState()
    return ports.opened - ports.collected <= 3
  })
  return readState()
}

it.each([
  ['50 reloads', reload],
  ['50 windows', openAndClose],
])('%s leave no socket, port, listener, timer or memory behind', { timeout: 120_000 }, async (_what, run) => {
  await startAnew(running)
  await run(10)
  const start = await settle()
  await run(20)
  const middle = await settle()
  await run(20)
  const end = await settle()
  // A document has three.
  expect(end.ports.opened - start.ports.opened).toBe(120)
  expect(end.listeners).toBe(start.listeners)
  for (const type of ['TCPSocketWrap', 'TCPServerWrap', 'UDPWrap', 'Timeout', 'MessagePort']) {
    expect([type, end.resources[type] ?? 0]).toEqual([type, middle.resources[type] ?? 0])
  }
  expect(end.used - middle.used).toBeLessThan(Math.max(0.5, middle.used - start.used))
})
