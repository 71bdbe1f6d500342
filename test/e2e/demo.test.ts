import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import http from 'node:http'
import { createRequire } from 'node:module'
import path from 'node:path'
import { _electron } from 'playwright-core'
import type { ElectronApplication, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { withoutGpu } from '../support/electron/without-gpu.ts'
import { root } from '../support/root.ts'
import { isListening, listenOnFreePort } from '../support/sockets/tcp-peer.ts'
import { until } from '../support/until.ts'

const electronPath = createRequire(import.meta.url)('electron') as string
const main = path.join(root, 'examples/web-server/main.js')
let demo: ChildProcess | undefined

/** Starts the demo as `npm start` does, without showing its window. */
function startDemo(...args: string[]): { output: () => string } {
  let text = ''
  const all = [...withoutGpu, main, '--headless', ...args]
  demo = spawn(electronPath, all, { stdio: ['ignore', 'pipe', 'pipe'] })
  for (const stream of [demo.stdout, demo.stderr])
    stream?.on('data', (chunk: Buffer) => (text += chunk.toString()))
  return { output: () => text }
}

async function readAddress(output: () => string): Promise<string> {
  await until('listening', () => output().includes('Web server listening on '))
  return /listening on (\S+)/.exec(output())?.[1] ?? ''
}

/** Opens the demo's window where nobody sees it, and waits until it listens. */
async function openDemo(...args: string[]): Promise<{ app: ElectronApplication; page: Page }> {
  const app = await _electron.launch({
    executablePath: electronPath,
    args: [...withoutGpu, main, '--headless', '--port', '0', ...args],
  })
  const page = await app.firstWindow()
  await page.waitForFunction(() => document.title.includes('http://'))
  return { app, page }
}

function get(
  url: string,
  agent: http.Agent,
): Promise<{ body: string; status: number | undefined; port: number }> {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { agent }, (response) => {
      const port = response.socket.localPort ?? 0
      let body = ''
      response.on('data', (chunk: Buffer) => (body += chunk.toString()))
      response.on('end', () => resolve({ body, status: response.statusCode, port }))
    })
    request.on('error', reject)
  })
}

afterEach(async () => {
  vi.unstubAllEnvs()
  if (demo === undefined || demo.exitCode !== null) return
  demo.kill()
  await once(demo, 'exit')
})

describe('the demo', () => {
  it('prints its address, serves, and logs calls and events where DEBUG asks for it, without payload', async () => {
    vi.stubEnv('DEBUG', 'express,electron-chrome-sockets')
    const { output } = startDemo('--port', '0')
    const url = await readAddress(output)
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
    const first = await get(url, agent)
    const second = await get(new URL('/time', url).href, agent)
    const missing = await get(new URL('/nothing', url).href, agent)
    agent.destroy()
    expect([first.status, second.status, missing.status]).toEqual([200, 200, 404])
    expect(first.body).toContain('<title>')
    expect([second.port, missing.port]).toEqual([first.port, first.port])
    await (await fetch(new URL('/echo', url), { method: 'POST', body: 'a secret' })).text()
    await until('logged', () => / electron-chrome-sockets window 1: #\d+ tcp\.send -> </.test(output()))
    expect(output()).toMatch(
      / window 1: file:\/\/\S+index\.html\S* is granted tcp, tcpServer, udp, network of [a-p]{32}$/m,
    )
    expect(output()).toMatch(/ window 1: #\d+ tcpServer\.listen\(1, "127\.0\.0\.1", 0, undefined\)$/m)
    expect(output()).toMatch(/ accepted tcp 1 by tcpServer 1: /)
    expect(output()).not.toContain('a secret')
    const bodies = Array.from({ length: 50 }, (_, i) => `body ${i} `.repeat(1000))
    const answers = await Promise.all(
      bodies.map(async (body) => (await fetch(new URL('/echo', url), { method: 'POST', body })).text()),
    )
    expect(answers).toEqual(bodies)
  })

  it('says that its port is taken, and ends', async () => {
    const blocker = await listenOnFreePort(() => {})
    const { output } = startDemo('--port', String(blocker.port))
    const [code] = (await once(demo!, 'exit')) as [number]
    await blocker.close()
    expect(code).toBe(1)
    expect(output()).toContain(`${blocker.port}`)
    expect(output()).toMatch(/in use|taken/i)
  })

  it.each([
    ['--help', 0, /--port NUMBER/],
    ['--prot', 2, /^Unknown option '--prot'\. Did you mean --port\? See --help\.$/m],
  ])('answers %s', async (arg, code, answer) => {
    const { output } = startDemo(arg)
    const [exitCode] = (await once(demo!, 'exit')) as [number]
    await until('answered', () => answer.test(output()))
    expect(exitCode).toBe(code)
  })

  it('counts as served what was served, and says who can open its address', async () => {
    const { app, page } = await openDemo('--address', '0.0.0.0')
    const port = new URL((await page.title()).replace(/^.*?(http)/, '$1')).port
    for (const target of ['/', '/nothing', '/time'])
      await (await fetch(`http://127.0.0.1:${port}${target}`)).text()
    await page.waitForFunction(() => document.querySelectorAll('#rows tr').length === 3)
    const counters = await page.evaluate(() =>
      ['served', 'failed'].map((name) => document.querySelector(`#count-${name}`)?.textContent),
    )
    expect(counters).toEqual(['2', '1 failed'])
    const labels = await page.evaluate(() =>
      [...document.querySelectorAll('#addresses li > span')].map(({ textContent }) => textContent),
    )
    expect(labels.pop()).toBe('This computer')
    for (const label of labels) expect(label).toMatch(/^Other machines/)
    await app.close()
  })
})

describe("the demo's window", () => {
  let app: ElectronApplication
  let page: Page

  beforeAll(async () => {
    ;({ app, page } = await openDemo())
  })

  afterAll(() => app.close())

  it('opens the inspector', async () => {
    const opened = app.waitForEvent('window')
    await app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      window?.webContents.sendInputEvent({ type: 'keyDown', keyCode: 'F12' })
    })
    const inspector = await opened
    await inspector.waitForFunction(() =>
      document.querySelector('#rows')?.textContent?.includes('web server'),
    )
  })

  it('stops and starts the server', async () => {
    const port = Number(new URL((await page.title()).replace(/^.*?(http)/, '$1')).port)
    expect(await isListening(port)).toBe(true)
    await page.getByRole('button', { name: 'Stop' }).click()
    await page.waitForFunction(() => document.title.includes('stopped'))
    expect(await isListening(port)).toBe(false)
    await page.getByRole('button', { name: 'Start' }).click()
    await page.waitForFunction(() => document.title.includes('http://'))
  })

  it.each([
    ['wide', { width: 1040, height: 720 }],
    ['narrow', { width: 420, height: 560 }],
  ])('keeps its button where it was pressed, %s', async (_name, size) => {
    await page.setViewportSize(size)
    const button = page.locator('#toggle')
    const place = await button.boundingBox()
    await button.click()
    await page.waitForFunction(() => document.title.includes('stopped'))
    expect(await button.boundingBox()).toEqual(place)
    await page.getByLabel('Port').press('Enter')
    await page.waitForFunction(() => document.title.includes('http://'))
    expect(await button.boundingBox()).toEqual(place)
  })

  it('shows its log while it listens, if it is narrow', async () => {
    await page.setViewportSize({ width: 420, height: 700 })
    const field = page.getByLabel('Port')
    expect(await field.isVisible()).toBe(false)
    expect((await page.locator('#requests-title').boundingBox())?.y).toBeLessThan(500)
    await fetch((await page.title()).replace(/^.*?(http)/, '$1'))
    const [row, pathCell] = await Promise.all(
      ['#rows tr', '#rows td.wide'].map((each) => page.locator(each).first().boundingBox()),
    )
    expect(pathCell?.width).toBeGreaterThan((row?.width ?? Infinity) / 3)
    await page.getByRole('button', { name: 'Stop' }).click()
    await field.waitFor({ state: 'visible' })
  })
})
