import type { Frame, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { RunningApp } from '../support/electron/launch.ts'
import {
  compromised,
  honestHello,
  launchSecurityApp,
  lookAround,
  openPopup,
  readFaults,
  readLog,
} from '../support/electron/security-app.ts'
import { isListening, TcpPeer } from '../support/sockets/tcp-peer.ts'
import { until } from '../support/until.ts'

const nothing = ['undefined', 'undefined']
const api = ['object', 'object']
/** A window whose preload script runs in frames, and pages that may have frames of any kind. */
const withFrames = { nodeIntegrationInSubFrames: true }
const own = 'app://one/page.html?csp=none'

let running: RunningApp

beforeAll(async () => {
  running = await launchSecurityApp()
  await running.app.evaluate(() => {
    const { createLogger, installChromeSockets } = globalThis.security
    const manifest = { sockets: { tcpServer: { listen: '*' } } }
    const install = (host: string, frames: boolean): unknown =>
      installChromeSockets({ manifest, origins: [`app://${host}`], frames, logger: createLogger(host) })
    Object.assign(globalThis, { handle: install('one', true) })
    install('two', false)
  })
})

afterEach(async () => {
  await running.app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.destroy()
  })
})

afterAll(() => running.close())

/** Adds a frame to a page or to another frame. */
async function addFrame(parent: Page | Frame, attributes: Record<string, string>): Promise<Frame> {
  const handle = await parent.evaluateHandle(async (given) => {
    const frame = document.createElement('iframe')
    for (const [name, value] of Object.entries(given)) frame.setAttribute(name, value)
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve))
    document.body.append(frame)
    await loaded
    return frame
  }, attributes)
  const frame = await handle.contentFrame()
  if (frame === null) throw new Error('no frame')
  return frame
}

/** A page's server that echoes, made in the frame: its port. */
const serveIn = async (frame: Frame): Promise<number> => {
  const { port } = await frame.evaluate(() => {
    window.echo()
    return window.serve()
  })
  return port
}

/** True while something in the app listens for the clients of its servers. */
const isHeard = (): Promise<boolean> =>
  running.app.evaluate(() => globalThis.handle.sockets().every(({ obstacle }) => obstacle !== 'noListener'))

describe('a frame of the app', () => {
  it('has the API as its page has it: with the same sockets', async () => {
    const page = await running.open(own, withFrames)
    const frame = await addFrame(page, { src: own })
    expect(await frame.evaluate(() => window.atStart)).toBe('object')
    const peer = await TcpPeer.connect(await serveIn(frame))
    peer.write('by a frame')
    await until('echoed', () => peer.text === 'by a frame')
    peer.socket.destroy()
    expect(await page.evaluate(() => chrome.sockets.tcpServer.getSockets())).toHaveLength(1)
    // Of a page within itself within itself Chromium loads nothing.
    const inner = await addFrame(frame, { src: 'app://one/page.html?inner' })
    expect(await lookAround(inner)).toEqual(api)
  })

  it('has none in a window whose preload script does not run there, and main says so', async () => {
    const page = await running.open(own)
    expect(await lookAround(await addFrame(page, { src: own }))).toEqual(nothing)
    const reason = '"nodeIntegrationInSubFrames: true" in the webPreferences of its window'
    await until('said', async () => (await readLog(running, 'one')).some((line) => line.includes(reason)))
  })

  it('has none when its window is looked into before its page comes, and main says so', async () => {
    const page = await running.open(own, withFrames)
    // Where no script may run none was to run.
    await addFrame(page, { src: own, sandbox: '' })
    const reason = 'app://one/page.html?looked-at gets no chrome.sockets: its window was looked into before'
    const attributes = { src: 'app://one/page.html?looked-at' }
    await page.evaluate((given) => {
      const frame = Object.assign(document.createElement('iframe'), given)
      document.body.append(frame)
      return frame.contentWindow?.document.URL
    }, attributes)
    await until('said', async () => (await readLog(running, 'one')).some((line) => line.includes(reason)))
    const seen = await page.evaluate(() => {
      const { contentWindow } = [...document.querySelectorAll('iframe')].at(-1) ?? {}
      return [typeof contentWindow?.chrome?.sockets, typeof contentWindow?.electronChromeSockets]
    })
    expect(seen).toEqual(nothing)
    const said = (await readLog(running, 'one')).filter((line) => line.includes('looked into'))
    expect(said).toHaveLength(1)
  })

  it('has none unless the app asks for it, and nobody is told', async () => {
    const page = await running.open('app://two/page.html?csp=none', withFrames)
    const frame = await addFrame(page, { src: 'app://two/page.html' })
    expect(await lookAround(page)).toEqual(api)
    expect(await lookAround(frame)).toEqual(nothing)
    expect(await readLog(running, 'two')).toEqual([])
  })

  it('is one of 64 of a window at most', async () => {
    const page = await running.open(own, withFrames)
    const count = await page.evaluate(async (src) => {
      const frames = Array.from({ length: 70 }, () => {
        const frame = document.createElement('iframe')
        frame.src = src
        return frame
      })
      const loaded = frames.map((frame) => new Promise((resolve) => frame.addEventListener('load', resolve)))
      document.body.append(...frames)
      await Promise.all(loaded)
      return frames.filter((frame) => Reflect.get(frame.contentWindow ?? {}, 'chrome')?.sockets !== undefined)
        .length
    }, own)
    expect(count).toBe(64)
    expect(await readLog(running, 'one')).toContainEqual(expect.stringContaining('64 frames'))
  })
})

describe('a frame gets nothing, not even by a forged message:', () => {
  const strangers: [string, Record<string, string>][] = [
    ['of another origin', { src: 'app://three/page.html' }],
    ['sandboxed', { src: own, sandbox: 'allow-scripts' }],
    ['whose server sandboxes it', { src: 'app://one/page.html?csp=sandbox' }],
    ['with its document in its attribute', { srcdoc: '<title>inline</title>' }],
    ['with its document in its address', { src: 'data:text/html,<title>data</title>' }],
  ]

  const expectNothing = async (frame: Frame): Promise<void> => {
    expect(await lookAround(frame)).toEqual(nothing)
    expect(await frame.evaluate((hello) => window.forge.hello(hello), honestHello)).toEqual({
      granted: false,
    })
    expect(await frame.evaluate(() => window.forge.connect())).toBe('closed')
  }

  it.each(strangers)('%s', async (_what, attributes) => {
    const page = await running.open(own, compromised)
    await expectNothing(await addFrame(page, attributes))
  })

  it('blank, where no preload script runs', async () => {
    const page = await running.open(own, compromised)
    expect(await lookAround(await addFrame(page, {}))).toEqual(nothing)
  })

  it('of the app, in a page of another origin', async () => {
    const page = await running.open('app://three/page.html?csp=none', compromised)
    await expectNothing(await addFrame(page, { src: own }))
    expect(await readLog(running, 'one')).toContain(
      'electron-chrome-sockets: a frame inside of a page, of app://one gets no chrome.sockets: it is in a page that gets none',
    )
  })

  it('of the app, in a frame of another origin that is in a page of the app', async () => {
    const page = await running.open(own, compromised)
    const stranger = await addFrame(page, { src: 'app://three/page.html?csp=none' })
    await expectNothing(await addFrame(stranger, { src: own }))
  })
})

describe("a frame's access ends", () => {
  const ends: [string, (page: Page, frame: Frame) => Promise<unknown>][] = [
    ['when it is removed', (page) => page.evaluate(() => document.querySelector('iframe')?.remove())],
    ['when it goes elsewhere', (_page, frame) => frame.goto('app://three/page.html')],
    ['when it is loaded again', (_page, frame) => frame.evaluate(() => location.reload())],
    ['when it goes to a blank page', (_page, frame) => frame.goto('about:blank')],
    [
      'when it becomes the result of a script',
      (_page, frame) => frame.evaluate("location.href = 'javascript:1 + 1 + String()'"),
    ],
    ['when its page goes elsewhere', (page) => page.goto('app://three/page.html')],
    ['when its window is closed', (page) => page.close()],
  ]

  it.each(ends)('%s', async (_what, end) => {
    const keeper = await running.open(own)
    const page = await running.open(own, withFrames)
    const port = await serveIn(await addFrame(page, { src: own }))
    // The server is the app's, and stays; who hears of its clients is the frame.
    expect(await isHeard()).toBe(true)
    const [frame] = page.mainFrame().childFrames()
    if (frame === undefined) throw new Error('no frame')
    await end(page, frame).catch(() => {})
    await until('unheard', async () => !(await isHeard()))
    expect(await isListening(port)).toBe(true)
    expect(await keeper.evaluate(() => chrome.sockets.tcpServer.getSockets())).toHaveLength(1)
  })

  it('when it shows its next document, though its ports live on in another window', async () => {
    const page = await running.open(own, compromised)
    const popup = await openPopup(running, page, 'app://three/page.html')
    const frame = await addFrame(page, { src: own })
    await frame.evaluate(() => {
      window.popup = window.parent.popup ?? null
      window.forge.handOver()
    })
    await frame.waitForFunction(() => window.receivedPort !== undefined)
    await frame.evaluate(() => window.serveByForgedPorts())
    await frame.evaluate(() => window.handPortOn())
    await until('handed on', async () => (await popup.title()) === 'received')
    await frame.evaluate(() => location.reload())
    await until('closed', async () => (await popup.title()) === 'closed')
  })
})

it('a frame of another site that says what no preload says is ended, and its page is not', async () => {
  const page = await running.open(own, compromised)
  const frame = await addFrame(page, { src: 'app://two/page.html?csp=none' })
  await frame.evaluate(() => window.forge.sendPorts(500)).catch(() => {})
  const line = 'ended the process of a frame inside of a page, of app://two'
  await until('ended', async () => (await readLog(running, 'one')).some((each) => each.includes(line)))
  // For Playwright a page has crashed with any of its frames.
  const seen = await running.app.evaluate(({ BrowserWindow }) =>
    Promise.all(
      BrowserWindow.getAllWindows().map(({ webContents }) =>
        webContents.executeJavaScript('typeof chrome.sockets'),
      ),
    ),
  )
  expect(seen).toEqual(['object'])
})

it('nothing of all that was an error of the main process', async () => {
  expect(await readFaults(running)).toEqual([])
})
