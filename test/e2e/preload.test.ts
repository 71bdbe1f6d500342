import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'
import { afterAll, describe, expect, it } from 'vitest'
import { disposeIn } from '../support/electron/globals.ts'
import { appFolder, launchApp } from '../support/electron/launch.ts'
import type { RunningApp } from '../support/electron/launch.ts'
import { root } from '../support/root.ts'
import { until } from '../support/until.ts'

const preloadPath = path.join(root, 'dist/preload.cjs')
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'electron-chrome-sockets-'))
const apps = new Map<string, RunningApp>()

/** The app with that configuration, and without a window: the one that runs already, if there is one. */
async function launch(config: unknown, main?: string): Promise<RunningApp> {
  const key = JSON.stringify([config, main])
  const app = apps.get(key) ?? (await launchApp(config, main))
  apps.set(key, app)
  await closeWindows(app)
  return app
}

async function closeWindows({ app }: RunningApp): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.destroy()
  })
  await until('no window', () =>
    app.evaluate(({ webContents }) => webContents.getAllWebContents().length === 0),
  )
}

afterAll(async () => {
  for (const app of apps.values()) await app.close()
  fs.rmSync(scratch, { recursive: true, force: true })
})

describe('the preload script gets into a page', () => {
  it('by itself, before any script of the page', async () => {
    const { open } = await launch({})
    const page = await open()
    expect(await page.evaluate(() => window.atStart)).toBe('object')
    expect(await page.evaluate(() => window.electronChromeSockets.version)).toMatch(/^\d+\.\d+\.\d+/)
  })

  it('by itself when the app is ready already', async () => {
    const { open, app } = await launch({ install: false })
    await app.evaluate(() => {
      globalThis.handle = globalThis.test.start()
    })
    const page = await open()
    expect(await page.evaluate(() => window.atStart)).toBe('object')
    await disposeIn(app)
  })

  it('by webPreferences.preload', async () => {
    const { open, app } = await launch({ options: { preload: false } })
    const plain = await open()
    expect(await plain.evaluate(() => window.atStart)).toBe('undefined')
    const preload = await app.evaluate(() => globalThis.test.getPreloadPath())
    expect(preload).toBe(preloadPath)
    const page = await open('page.html', { preload })
    expect(await page.evaluate(() => window.atStart)).toBe('object')
  })

  it("by an import in the app's own bundled preload", async () => {
    const preload = path.join(scratch, 'preload.cjs')
    const bundle = await rolldown({ input: path.join(appFolder, 'own-preload.js'), external: ['electron'] })
    await bundle.write({ file: preload, format: 'cjs' })
    const { open } = await launch({ options: { preload: false } })
    const page = await open('page.html', { preload })
    expect(await page.evaluate(() => [window.atStart, Reflect.get(window, 'ownPreload')])).toEqual([
      'object',
      true,
    ])
  })

  it('once only, however often it is wired', async () => {
    const { open, output } = await launch({})
    const page = await open('page.html', { preload: preloadPath })
    expect(await page.evaluate(() => window.serve())).toMatchObject({ socketId: 1 })
    expect(output()).not.toContain('Unable to load preload script')
  })

  it('from a CommonJS main process', async () => {
    const { open } = await launch({}, 'main.cjs')
    const page = await open()
    expect(await page.evaluate(() => window.serve())).toMatchObject({ socketId: 1 })
  })
})

it('a program that has loaded the package by require and by import has one of it', async () => {
  const { app, open } = await launch({}, 'main.cjs')
  await app.evaluate(async ({ session }) => {
    const { installChromeSockets } = await globalThis.importCopy()
    const sessions = [session.fromPartition('apart')]
    globalThis.handle = installChromeSockets({
      manifest: { sockets: { tcpServer: { listen: '*' } } },
      sessions,
    })
  })
  for (const partition of ['', 'apart']) {
    const page = await open('page.html', { partition })
    expect(await page.evaluate(() => window.serve())).toMatchObject({ port: expect.any(Number) })
  }
  const listed = await app.evaluate(async () => (await globalThis.importCopy()).listSockets())
  expect(listed).toHaveLength(2)
  await disposeIn(app)
})

describe('a page that cannot have the API is told why', () => {
  it('when its window has no contextIsolation', async () => {
    const { open, output } = await launch({})
    const page = await open('page.html', { contextIsolation: false })
    expect(await page.evaluate(() => window.atStart)).toBe('undefined')
    expect(output()).toContain('this window has contextIsolation: false; remove it from webPreferences')
  })

  it('when installChromeSockets was called too late', async () => {
    const { open, app } = await launch({ install: false })
    await open('page.html')
    const error = await app.evaluate(() => {
      try {
        globalThis.test.start()
        return 'no error'
      } catch (thrown) {
        return String(thrown)
      }
    })
    expect(error).toMatch(
      /^Error: electron-chrome-sockets: installChromeSockets\(\) was called after file:.*page\.html/,
    )
    expect(error).toContain('Call it before the first loadURL() or loadFile()')
  })

  it('when installChromeSockets was not called at all', async () => {
    const { open, output } = await launch({ install: false })
    const page = await open('page.html', { preload: preloadPath })
    expect(await page.evaluate(() => window.atStart)).toBe('undefined')
    expect(output()).toContain('installChromeSockets() had not been called when this page was loaded')
  })

  it('when the preload script cannot be found', async () => {
    const { app } = await launch({ install: false })
    const error = await app.evaluate(() => {
      try {
        globalThis.test.installChromeSockets({ manifest: { sockets: {} }, preload: '/nowhere/preload.cjs' })
        return 'no error'
      } catch (thrown) {
        return String(thrown)
      }
    })
    expect(error).toContain(
      'electron-chrome-sockets: option "preload" names a file that does not exist: /nowhere/preload.cjs',
    )
  })
})

describe('pages that do not belong to the app get nothing', () => {
  it('of another origin', async () => {
    const { open, output } = await launch({})
    fs.writeFileSync(path.join(scratch, 'stranger.html'), '<title>stranger</title>')
    const stranger = pathToFileURL(path.join(scratch, 'stranger.html')).href
    for (const url of [stranger, 'data:text/html,<title>stranger</title>']) {
      const page = await open(url)
      expect(
        await page.evaluate(() => [typeof window.chrome?.sockets, 'electronChromeSockets' in window]),
      ).toEqual(['undefined', false])
    }
    expect(output()).toContain(
      `${stranger} gets no chrome.sockets; add it to the option "origins" if it is yours`,
    )
    expect(output()).toContain('a document of data:// that has no origin')
  })

  it('that could not be loaded, of which Electron says enough', async () => {
    const { app, output } = await launch({})
    const before = output().length
    const failure = await app.evaluate(({ BrowserWindow }) =>
      new BrowserWindow({ show: false }).loadFile('missing.html').catch(({ code }) => code as string),
    )
    expect(failure).toBe('ERR_FILE_NOT_FOUND')
    await until('said', () => output().slice(before).includes('missing.html'))
    expect(output().slice(before)).not.toContain('gets no chrome.sockets')
  })

  it('of another session', async () => {
    const { open } = await launch({ partition: 'apart' })
    const stranger = await open('page.html', { preload: preloadPath })
    const member = await open('page.html', { partition: 'apart' })
    expect(await stranger.evaluate(() => window.atStart)).toBe('undefined')
    expect(await member.evaluate(() => window.atStart)).toBe('object')
  })

  it('in a frame inside of a page that does', async () => {
    const { open } = await launch({})
    const page = await open('frames.html')
    const [, frame] = page.frames()
    expect(await page.evaluate(() => typeof window.chrome.sockets)).toBe('object')
    expect(await frame?.evaluate(() => [window.atStart, 'electronChromeSockets' in window])).toEqual([
      'undefined',
      false,
    ])
  })

  it('unless their origin is named in the options', async () => {
    const { open } = await launch({ options: { origins: [`file://${appFolder}/nowhere/`] } })
    const page = await open()
    expect(await page.evaluate(() => window.atStart)).toBe('undefined')
  })
})

describe('the page', () => {
  it('has no Node and runs in a sandbox', async () => {
    const { open, app } = await launch({})
    const page = await open()
    expect(
      await page.evaluate(() => [
        typeof Reflect.get(window, 'require'),
        typeof Reflect.get(window, 'process'),
      ]),
    ).toEqual(['undefined', 'undefined'])
    const preferences = await app.evaluate(({ webContents }) => {
      const [contents] = webContents.getAllWebContents()
      return contents && Reflect.apply(Reflect.get(contents, 'getLastWebPreferences'), contents, [])
    })
    expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false })
  })

  it('finds nothing in chrome but what belongs there', async () => {
    const { open } = await launch({})
    const page = await open()
    const keys = await page.evaluate(() => ({
      chrome: Object.keys(window.chrome),
      runtime: Object.keys(window.chrome.runtime),
      groups: Object.keys(window.chrome.sockets),
      tcp: Object.keys(window.chrome.sockets.tcp),
      tcpServer: Object.keys(window.chrome.sockets.tcpServer),
      dns: window.chrome.sockets.tcp.DnsQueryType,
    }))
    expect(keys).toEqual({
      chrome: ['runtime', 'sockets'],
      runtime: ['id', 'getManifest'],
      groups: ['tcp', 'tcpServer', 'udp'],
      tcp: 'onReceiveError onReceive close connect create disconnect getInfo getSockets secure send setKeepAlive setNoDelay setPaused update DnsQueryType'.split(
        ' ',
      ),
      tcpServer:
        'onAcceptError onAccept close create disconnect getInfo getSockets listen setPaused update'.split(
          ' ',
        ),
      dns: { ANY: 'any', IPV4: 'ipv4', IPV6: 'ipv6' },
    })
  })
})
