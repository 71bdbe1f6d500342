import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appFolder } from '../support/electron/launch.ts'
import { until } from '../support/until.ts'
import type { RunningApp } from '../support/electron/launch.ts'
import {
  compromised,
  honestHello,
  launchSecurityApp,
  lookAround,
  readFaults,
  readLog,
} from '../support/electron/security-app.ts'

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'electron-chrome-sockets-'))
const stranger = path.join(scratch, 'stranger.html')
const insideFile = pathToFileURL(path.join(appFolder, 'page.html')).href
const servers = [0, 1].map(() =>
  http.createServer((_request, response) => void response.end('<title>x</title>')),
)
const nothing = ['undefined', 'undefined']
const api = ['object', 'object']

let running: RunningApp
let dev = ''
let otherDev = ''
let closedDev = ''

async function listen(server: http.Server): Promise<string> {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

beforeAll(async () => {
  fs.writeFileSync(stranger, '<title>stranger</title>')
  const unused = http.createServer()
  ;[dev = '', otherDev = '', closedDev = ''] = await Promise.all([...servers, unused].map(listen))
  unused.close()
  running = await launchSecurityApp()
  const origins = ['app://one', `file://${appFolder}/`, dev, closedDev]
  await running.app.evaluate((_electron, allowed) => {
    const { createLogger, installChromeSockets, openSession } = globalThis.security
    const manifest = { name: 'One', sockets: {} }
    const logger = createLogger('one')
    installChromeSockets({ manifest, origins: allowed, logger })
    const sessions = [openSession('apart')]
    installChromeSockets({ manifest, origins: ['app://one'], sessions, logger: createLogger('apart') })
    openSession('strange')
  }, origins)
})

afterAll(async () => {
  await running.close()
  for (const server of servers) server.close()
  fs.rmSync(scratch, { recursive: true })
})

describe('a page has the API', () => {
  it('when it is the main frame of an allowed origin: custom scheme, folder, development server', async () => {
    for (const url of ['app://one/page.html', insideFile, `${dev}/any/page`]) {
      const page = await running.open(url)
      expect([url, await lookAround(page)]).toEqual([url, api])
      await page.close()
    }
  })
})

describe('a stranger gets nothing, not even by a forged message:', () => {
  const strangers: [string, () => string][] = [
    ['another host of the scheme', () => 'app://three/page.html'],
    ['a sandboxed document of an allowed origin', () => 'app://one/page.html?csp=sandbox'],
    ['another port of the machine', () => `${otherDev}/`],
    ['a file outside of the folder', () => pathToFileURL(stranger).href],
    ['a file beside the folder, through it', () => `file://${appFolder}/../../../package.json`],
    ['a blank page', () => 'about:blank'],
    ['a page in its own address', () => 'data:text/html,<title>data</title>'],
  ]

  it.each(strangers)('%s', async (_what, address) => {
    const url = address()
    const page = await running.open(url, compromised)
    expect(await lookAround(page)).toEqual(nothing)
    expect(await page.evaluate((hello) => window.forge.hello(hello), honestHello)).toEqual({ granted: false })
    const before = await readLog(running, 'one')
    expect(await page.evaluate(() => window.forge.connect())).toBe('closed')
    const [line, ...more] = (await readLog(running, 'one')).slice(before.length)
    expect(line).toMatch(
      /^electron-chrome-sockets: refused a connection of .+, which was not granted the API$/,
    )
    expect(more).toEqual([])
    await page.close()
  })

  it('the error page of an allowed origin that could not be loaded, which has its address', async () => {
    const page = await running.open('about:blank', compromised)
    await running.app.evaluate(async ({ BrowserWindow }, url) => {
      const [window] = BrowserWindow.getAllWindows()
      await window?.loadURL(url).catch(() => {})
    }, closedDev)
    const readUrl = (): Promise<string> => page.evaluate(() => location.href)
    await until('failed', async () => (await readUrl().catch(() => '')).startsWith('chrome-error:'))
    expect(await lookAround(page)).toEqual(nothing)
    expect(await page.evaluate((hello) => window.forge.hello(hello), honestHello)).toEqual({ granted: false })
    expect(await page.evaluate(() => window.forge.connect())).toBe('closed')
    await page.close()
  })

  it('an allowed page in another session, which the loggers of all hear of', async () => {
    const preload = await running.app.evaluate(() => globalThis.security.getPreloadPath())
    const page = await running.open('app://one/page.html', { partition: 'strange', preload })
    expect(await lookAround(page)).toEqual(nothing)
    const advice = 'app://one gets no chrome.sockets; add its session to the option "sessions" if it is yours'
    for (const name of ['one', 'apart'])
      expect(await readLog(running, name)).toContain(`electron-chrome-sockets: ${advice}`)
    await page.close()
  })

  it('the origin of one session in another one that has another origin', async () => {
    const page = await running.open(insideFile, { partition: 'apart', ...compromised })
    expect(await lookAround(page)).toEqual(nothing)
    expect(await page.evaluate((hello) => window.forge.hello(hello), honestHello)).toEqual({ granted: false })
    expect(await page.evaluate(() => window.forge.connect())).toBe('closed')
    expect(await readLog(running, 'apart')).toContainEqual(expect.stringContaining(insideFile))
    expect(await readLog(running, 'one')).not.toContainEqual(expect.stringContaining(insideFile))
    await page.close()
  })
})

describe('a frame inside of a page that has the API gets nothing', () => {
  it('whatever its address, not even by a forged message', async () => {
    const page = await running.open('app://one/frames.html', compromised)
    expect(await lookAround(page)).toEqual(api)
    for (const name of ['own', 'other', 'blank', 'inline']) {
      const frame = page.frame({ name })
      if (frame === null) throw new Error(`no frame ${name}`)
      expect([name, await lookAround(frame)]).toEqual([name, nothing])
      // In the blank frame no preload script runs at all.
      if (name === 'blank') continue
      const answer = await frame.evaluate((hello) => window.forge.hello(hello), honestHello)
      expect([name, answer]).toEqual([name, { granted: false }])
      expect([name, await frame.evaluate(() => window.forge.connect())]).toEqual([name, 'closed'])
    }
    const log = await readLog(running, 'one')
    expect(log).toContain(
      'electron-chrome-sockets: refused a connection of a frame inside of a page, of app://one, which was not granted the API',
    )
    expect(await page.evaluate(() => chrome.sockets.tcp.getSockets())).toEqual([])
    await page.close()
  })

  it('when it is gone by the time its message is read', async () => {
    const page = await running.open('app://one/frames.html', compromised)
    await page.evaluate(async () => {
      const parents = Array.from({ length: 5 }, () => {
        const frame = document.createElement('iframe')
        frame.src = 'page.html'
        document.body.append(frame)
        return new Promise<HTMLIFrameElement>((resolve) =>
          frame.addEventListener('load', () => resolve(frame)),
        )
      })
      for (const frame of await Promise.all(parents)) {
        frame.contentWindow?.forge.connectOnly()
        frame.remove()
      }
    })
    expect(await page.evaluate(() => chrome.sockets.tcp.getSockets())).toEqual([])
    await page.close()
  })
})

it('nothing of all that was an error of the main process', async () => {
  expect(await readFaults(running)).toEqual([])
})
