import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { MethodName } from '../../src/renderer-types/contract/index.ts'
import { until } from '../support/until.ts'
import type { RunningApp } from '../support/electron/launch.ts'
import { listMethods, sampleArguments } from '../support/pages/samples.ts'
import {
  compromised,
  launchSecurityApp,
  lookAround,
  openPopup,
  readFaults,
  readLog,
} from '../support/electron/security-app.ts'
import { TcpPeer, isListening } from '../support/sockets/tcp-peer.ts'

const nothing = ['undefined', 'undefined']
const api = ['object', 'object']

let running: RunningApp

beforeAll(async () => {
  running = await launchSecurityApp()
  await running.app.evaluate(() => {
    const { createLogger, installChromeSockets, openSession } = globalThis.security
    const manifest = {
      sockets: {
        tcp: { connect: '*' },
        tcpServer: { listen: '*' },
        udp: { bind: '*', send: '*', multicastMembership: '' },
      },
    }
    const sessions = [openSession('apart')]
    for (const host of ['one', 'two'])
      installChromeSockets({ manifest, origins: [`app://${host}`], logger: createLogger(host) })
    installChromeSockets({ manifest, origins: ['app://one'], sessions, logger: createLogger('apart') })
  })
})

afterAll(() => running.close())

afterEach(async () => {
  await running.app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.destroy()
  })
})

const serve = (page: Page): Promise<{ socketId: number; port: number }> =>
  page.evaluate(() => window.serve({ persistent: false }))

const untilFree = (port: number): Promise<void> =>
  until('the port is free', async () => !(await isListening(port)))

/** A page with a server, and a stranger in a window that the page has opened and sends its port to. */
async function handPortOn(): Promise<{ page: Page; popup: Page; port: number }> {
  // Without a policy `javascript:` is a way to a new document.
  const page = await running.open('app://one/page.html?csp=none', compromised)
  const popup = await openPopup(running, page, 'app://three/page.html')
  await page.evaluate(() => window.forge.handOver())
  await page.waitForFunction(() => window.receivedPort !== undefined)
  const port = await page.evaluate(() => window.serveByForgedPorts())
  await page.evaluate(() => window.handPortOn())
  await until('handed on', async () => (await popup.title()) === 'received')
  expect(await popup.title()).not.toBe('closed')
  expect(await isListening(port)).toBe(true)
  return { page, popup, port }
}

describe('the app of a window ends', () => {
  it('when it goes elsewhere, and is a new one when it comes back', async () => {
    const page = await running.open('app://one/page.html')
    const { port } = await serve(page)
    await page.goto('app://three/page.html')
    expect(await lookAround(page)).toEqual(nothing)
    await untilFree(port)
    await page.goBack()
    expect(await lookAround(page)).toEqual(api)
    expect(await page.evaluate(() => chrome.sockets.tcpServer.getSockets())).toEqual([])
  })

  it('not when it stays where it is', async () => {
    const page = await running.open('app://one/page.html')
    const { port } = await serve(page)
    await page.evaluate(() => {
      location.hash = 'here'
      history.pushState(undefined, '', 'elsewhere.html')
      window.open('app://three/page.html', '_blank', 'popup')?.close()
    })
    expect(await page.evaluate(() => chrome.sockets.tcpServer.getSockets())).toHaveLength(1)
    expect(await isListening(port)).toBe(true)
  })

  const ends: [string, (page: Page) => Promise<unknown>][] = [
    ['goes elsewhere', (page) => page.goto('app://three/page.html')],
    ['goes to a blank page', (page) => page.goto('about:blank')],
    ['goes to an error page', (page) => page.goto('http://127.0.0.1:1/').catch(() => {})],
    [
      'becomes the result of a script',
      (page) => page.evaluate("location.href = 'javascript:1 + 1 + String()'"),
    ],
    ['is closed', (page) => page.close()],
    [
      'crashes',
      () =>
        running.app.evaluate(({ webContents }) => {
          const crashing = webContents
            .getAllWebContents()
            .find(({ mainFrame }) => mainFrame.url.includes('//one/'))
          crashing?.forcefullyCrashRenderer()
        }),
    ],
  ]

  it.each(ends)('when it %s, though its port lives on in another window', async (_what, end) => {
    const { page, popup, port } = await handPortOn()
    await end(page)
    await untilFree(port)
    await until('closed', async () => (await popup.title()) === 'closed')
  })
})

describe('a window that a page opens', () => {
  it('belongs to the app when it shows a page of the app', async () => {
    const page = await running.open('app://one/page.html')
    const popup = await openPopup(running, page, 'app://one/page.html')
    const server = await serve(page)
    expect(await popup.evaluate(() => chrome.sockets.tcpServer.getSockets())).toMatchObject([
      { socketId: server.socketId },
    ])
  })

  it('has nothing while it is blank or a blob, though it has the origin of the page', async () => {
    const page = await running.open('app://one/page.html')
    const blob = await page.evaluate(() =>
      URL.createObjectURL(new Blob(['<title>blob</title>'], { type: 'text/html' })),
    )
    for (const url of ['about:blank', blob]) {
      const popup = await openPopup(running, page, url)
      expect(await popup.evaluate(() => location.href)).toBe(url)
      expect(await popup.evaluate(() => origin)).toBe('app://one')
      expect([url, await lookAround(popup)]).toEqual([url, nothing])
    }
  })
})

describe('two apps in one process', () => {
  let one: Page
  let two: Page

  beforeEach(async () => {
    one = await running.open('app://one/page.html')
    two = await running.open('app://two/page.html')
  })

  const withId = listMethods().filter(([, { parameters }]) => parameters[0]?.name === 'socketId')

  /** The errors of every method, called with each of the ids. */
  const callAll = (page: Page, ids: number[]): Promise<Record<string, string[]>> =>
    page.evaluate(
      async ([rows, numbers]) => {
        const found: Record<string, string[]> = {}
        for (const [method, args] of rows) {
          const given = args.map((value) => (value === 'bytes' ? new ArrayBuffer(1) : value))
          const answers = await Promise.all(numbers.map((id) => window.call(method, id, ...given)))
          found[method] = [...new Set(answers.map(({ error }) => String(error)))]
        }
        return found
      },
      [
        withId.map(([name, row]): [MethodName, unknown[]] => [
          name,
          sampleArguments(row)
            .slice(1)
            .map((value) => (value instanceof ArrayBuffer ? 'bytes' : value)),
        ]),
        ids,
      ] as const,
    )

  const describeAll = (page: Page): Promise<unknown[]> =>
    page.evaluate(() => {
      const { tcp, tcpServer, udp } = chrome.sockets
      return Promise.all([tcp.getSockets(), tcpServer.getSockets(), udp.getSockets()])
    })

  it('do not find each other by any id or method, and lose nothing to each other', async () => {
    const { port, ids } = await one.evaluate(async () => {
      const server = await window.serve({ name: 'mine' })
      const { socketId } = await chrome.sockets.tcp.create({ name: 'mine' })
      await window.call('tcp.connect', socketId, '127.0.0.1', server.port)
      const udp = await chrome.sockets.udp.create({ name: 'mine' })
      await window.call('udp.bind', udp.socketId, '127.0.0.1', 0)
      return { port: server.port, ids: [server.socketId, socketId, udp.socketId] }
    })
    const before = await describeAll(one)
    const answers = await callAll(two, [...ids, 0, -1, 4711])
    expect(Object.keys(answers)).toHaveLength(withId.length)
    for (const errors of Object.values(answers)) expect(errors).toEqual(['Socket not found'])
    expect(await describeAll(two)).toEqual([[], [], []])
    expect(await describeAll(one)).toEqual(before)
    expect(await isListening(port)).toBe(true)
  })

  it('do not hear of each other', async () => {
    await two.evaluate(() => window.record())
    const { port } = await one.evaluate(() => {
      window.record()
      window.echo()
      return window.serve()
    })
    const peer = await TcpPeer.connect(port)
    peer.write('for one only')
    await until('echoed', () => peer.text === 'for one only')
    peer.socket.destroy()
    await until('ended', () => one.evaluate(() => window.log.length === 3))
    expect(await two.evaluate(() => window.log)).toEqual([])
  })

  it('of the same origin are two when they are in two sessions', async () => {
    const apart = await running.open('app://one/page.html', { partition: 'apart' })
    await serve(one)
    expect(await apart.evaluate(() => chrome.sockets.tcpServer.getSockets())).toEqual([])
    expect(await apart.evaluate(() => window.call('tcpServer.close', 1))).toMatchObject({
      error: 'Socket not found',
    })
  })

  it('cannot tell an id of the other from one that nobody has by the time of the answer', async () => {
    await one.evaluate(async () => {
      for (let i = 0; i < 50; i += 1) await chrome.sockets.tcp.create()
    })
    const [taken = 0, free = 0] = await two.evaluate(async () => {
      const times: [number[], number[]] = [[], []]
      for (let i = 0; i < 400; i += 1) {
        const start = performance.now()
        await window.call('tcp.getInfo', i % 2 === 0 ? 1 + (i % 50) : 1000 + i)
        times[i % 2 === 0 ? 0 : 1].push(performance.now() - start)
      }
      return times.map((list) => list.toSorted((a, b) => a - b)[list.length / 2])
    })
    expect(Math.max(taken, free) / Math.min(taken, free)).toBeLessThan(2)
  })

  it('have loggers of their own', async () => {
    const hostile = await running.open('app://two/page.html', compromised)
    await hostile.evaluate(() => window.forge.handOver())
    await hostile.waitForFunction(() => window.receivedPort !== undefined)
    await hostile.evaluate(() => window.receivedPort?.postMessage('junk'))
    const isReport = (line: string): boolean => line.includes('refused a malformed message')
    await until('reported', async () => (await readLog(running, 'two')).some(isReport))
    for (const name of ['one', 'apart']) expect((await readLog(running, name)).filter(isReport)).toEqual([])
  })
})

it('nothing of all that was an error of the main process', async () => {
  expect(await readFaults(running)).toEqual([])
})
