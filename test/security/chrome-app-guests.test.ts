import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromeApp } from '../support/electron/launch-chrome-app.ts'
import type { RunningChromeApp } from '../support/electron/launch-chrome-app.ts'
import { sayCalls } from '../support/hostile/say-calls.ts'
import { until } from '../support/until.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'chrome-apps-'))
const [one, two] = ['a'.repeat(32), 'b'.repeat(32)]
const secret = path.join(folder, 'secret.txt')

const server = http.createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Guest</title>')
})
let running: RunningChromeApp
let hostile: Page
let other: Page
let origin: string

/** What a page does before it is parsed, to be handed what Electron defines, or to break it. */
const poison = `
  window.given = []
  const take = (...args) => void given.push(String(args))
  CustomElementRegistry.prototype.define = take
  Object.defineProperty(window, 'customElements', { value: { define: take } })
  Object.defineProperty(document, 'readyState', { value: 'loading' })
  window.HTMLElement = class { constructor() { take(new.target) } }
  for (const key of ['configurable', 'enumerable', 'get', 'set', 'value', 'writable']) Object.prototype[key] = true
  try {
    void chrome.i18n
  } catch (error) {
    take(error)
  }
`

function writeApp(name: string): void {
  const directory = path.join(folder, name)
  fs.mkdirSync(directory)
  const files = {
    'manifest.json': JSON.stringify({
      manifest_version: 2,
      name,
      version: '1',
      app: { background: { scripts: ['background.js'] } },
      permissions: ['webview'],
      sandbox: { pages: ['sandboxed.html'] },
    }),
    'background.js':
      "chrome.app.runtime.onLaunched.addListener(() => chrome.app.window.create('window.html', { hidden: true }))",
    'window.html': '<!doctype html><title>Own</title><body>',
    'sandboxed.html': '<!doctype html><body>',
    'poisoned.html': '<!doctype html><script src="poison.js"></script><body><webview></webview>',
    'poison.js': poison,
  }
  for (const [file, text] of Object.entries(files)) fs.writeFileSync(path.join(directory, file), text)
}

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  writeApp('one')
  writeApp('two')
  fs.writeFileSync(secret, 'secret')
  running = await launchChromeApp(folder, undefined, 'test/security/app/chrome-apps.cjs')
  const find = (id: string): Page | undefined =>
    running.windows().find((page) => page.url() === `chrome-app://${id}/window.html`)
  await until('windows', () => find(one) !== undefined && find(two) !== undefined)
  ;[hostile, other] = [find(one) as Page, find(two) as Page]
  for (const page of [hostile, other]) await page.waitForLoadState()
})

afterAll(async () => {
  await running.close()
  server.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

type Attributes = Readonly<Record<string, string>>

/** Shows something in a new `<webview>`, and tells how that ends. */
const show = (page: Page, attributes: Attributes): Promise<string> =>
  page.evaluate(
    (given) =>
      new Promise((resolve) => {
        const view = document.createElement('webview')
        for (const [name, value] of Object.entries(given)) view.setAttribute(name, value)
        for (const name of ['loadstop', 'loadabort'])
          view.addEventListener(name, (event) =>
            resolve(`${event.type} ${String(Reflect.get(event, 'reason') ?? '')}`.trim()),
          )
        document.body.replaceChildren(view)
      }),
    attributes,
  )

const unsafe = {
  allowpopups: '',
  disablewebsecurity: '',
  nodeintegration: '',
  nodeintegrationinsubframes: '',
  preload: pathToFileURL(path.join(import.meta.dirname, 'app/hostile-preload.cjs')).href,
  webpreferences: 'contextIsolation=no,sandbox=no,nodeIntegration=yes,webviewTag=yes',
}

/** What the guest's page itself says, in its own world. */
const ask = (code: string): Promise<unknown> =>
  running.app.evaluate(
    ({ webContents }, source) =>
      webContents
        .getAllWebContents()
        .find((contents) => contents.getType() === 'webview')
        ?.executeJavaScript(source) as Promise<unknown>,
    code,
  )

describe('a guest', () => {
  it('has no chrome, no Node, and is nobody to the main process', async () => {
    expect(await show(hostile, { ...unsafe, src: `${origin}/` })).toBe('loadstop')
    expect(await ask('Object.keys(globalThis.chrome ?? {}).join()')).toBe('')
    const found =
      "['require', 'process', 'forge', 'electronChromeSockets'].filter((key) => key in globalThis)"
    expect(await ask(found)).toEqual([])
    expect(await ask("document.createElement('webview').constructor.name")).toBe('HTMLElement')
    expect(await ask(`fetch('${origin.replace('127.0.0.1', 'localhost')}').catch(String)`)).toBe(
      'TypeError: Failed to fetch',
    )
  })

  it.each([
    ['file', pathToFileURL(secret).href],
    ['the program', 'chrome://version'],
    ['its source', 'view-source:http://127.0.0.1/'],
    ['developer tools', 'devtools://devtools/bundled/inspector.html'],
  ])('shows nothing of %s', async (_what, src) => {
    expect(await show(hostile, { src })).toBe('loadabort ERR_DISALLOWED_URL_SCHEME')
  })

  it('opens no window', async () => {
    await show(hostile, { src: `${origin}/` })
    const count = (): Promise<number> =>
      running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
    const before = await count()
    expect(await ask("[open('/'), open('/', 'named', 'width=200')].join()")).toBe(',')
    const click =
      "Object.assign(document.createElement('a'), { href: '/', target: '_blank', rel: 'opener' }).click()"
    expect(await ask(`${click}; document.title`)).toBe('Guest')
    expect(await count()).toBe(before)
  })

  it('does nothing of what the element of Electron could ask for', async () => {
    const answers = await hostile.evaluate(`(async () => {
      const { get } = WeakMap.prototype
      let found
      WeakMap.prototype.get = function (key) {
        const value = get.call(this, key)
        if (value?.hooks !== undefined) found = value
        return value
      }
      const view = Object.assign(document.createElement('webview'), { src: '${origin}/' })
      document.body.replaceChildren(view)
      await new Promise((resolve) => view.addEventListener('loadstop', resolve, { once: true }))
      WeakMap.prototype.get = get
      const { guestInstanceId: id, hooks } = found
      const guestViewInternal = electronsInternal
      const attempt = async (method, ...words) => {
        try {
          return await guestViewInternal[method](id, ...words)
        } catch (error) {
          return error.message.replace(/^.*Error: /, '')
        }
      }
      const own = Object.keys(hooks.guestViewInternal).join()
      return Promise.all([
        own,
        ...['openDevTools', 'reload', 'getURL', 'findInPage', 'goBack'].map((name) => attempt('invokeSync', name, ['x'])),
        ...['printToPDF', 'capturePage', 'executeJavaScript'].map((name) => attempt('invoke', name, ['1'])),
        attempt('propertyGet', 'userAgent'),
        attempt('propertySet', 'zoomFactor', 2),
        attempt('invoke', 'loadURL', ['${pathToFileURL(secret).href}']),
        attempt('invoke', 'loadURL', [{ href: '${origin}/' }, null]),
      ])
    })()`)
    const denied = (count: number, what: string): string[] =>
      Array.from({ length: count }, () => `Invalid ${what}: undefined`)
    const own = 'createGuest,detachGuest,deregisterEvents,invoke,registerEvents'
    expect(answers).toEqual([own, ...denied(8, 'method'), ...denied(2, 'property'), undefined, undefined])
    const guests = await running.app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((contents) => [contents.getType(), contents.getURL()]),
    )
    expect(guests.filter(([type]) => type === 'remote')).toEqual([])
    expect(guests.filter(([type]) => type === 'webview')).toEqual([['webview', `${origin}/`]])
  })

  it('is shown by Chrome’s element whatever a page has put in its way, which is given none of Electron’s', async () => {
    await other.evaluate("void chrome.app.window.create('poisoned.html', { hidden: true })")
    const find = (): Page | undefined =>
      running.windows().find((page) => page.url().endsWith('/poisoned.html'))
    await until('poisoned window', () => find() !== undefined)
    const page = find() as Page
    await page.waitForLoadState()
    const told = await page.evaluate(`(async () => {
      for (const key of ['configurable', 'enumerable', 'get', 'set', 'value', 'writable']) {
        if (Object.prototype[key] !== true) return key
        delete Object.prototype[key]
      }
      const view = document.querySelector('webview')
      const callbacks = []
      for (let at = view; at !== Element.prototype; at = Object.getPrototypeOf(at))
        callbacks.push(...Object.getOwnPropertyNames(at).filter((key) => key.endsWith('Callback')))
      const ends = await new Promise((resolve) => {
        for (const name of ['loadabort', 'loadstop']) view.addEventListener(name, () => resolve(name))
        view.src = '${origin}/'
      })
      return [...given, ...callbacks, ends, typeof view.executeScript, typeof view.getWebContentsId].join()
    })()`)
    expect(told).toBe('loadstop,function,undefined')
    await page.close()
  })

  it('is for no page in the sandbox', async () => {
    await hostile.evaluate("void chrome.app.window.create('sandboxed.html', { hidden: true })")
    const find = (): Page | undefined =>
      running.windows().find((page) => page.url().endsWith('/sandboxed.html'))
    await until('sandboxed window', () => find() !== undefined)
    const page = find() as Page
    await page.waitForLoadState()
    const ends = await page.evaluate(
      (src) =>
        new Promise((resolve) => {
          const view = Object.assign(document.createElement('webview'), { src })
          for (const name of ['did-attach', 'destroyed']) view.addEventListener(name, () => resolve(name))
          document.body.append(view)
        }),
      `${origin}/`,
    )
    expect(ends).toBe('destroyed')
    await page.close()
  })

  it.each([one, two])('shows no page of an app', async (id) => {
    expect(await show(hostile, { src: `chrome-app://${id}/window.html` })).toMatch(/^loadabort/)
  })

  it.each(['', 'x', 'persist:x', `persist:chrome-app-${two}`])(
    'shares no partition %j with another app, nor with the app itself',
    async (partition) => {
      for (const page of [hostile, other]) {
        await show(page, { partition, src: `${origin}/` })
        const shared = await running.app.evaluate(
          ({ session, webContents }, ids) => {
            const guests = webContents
              .getAllWebContents()
              .filter((contents) => contents.getType() === 'webview')
            const kept = new Set([
              session.defaultSession,
              ...ids.map((id) => session.fromPartition(`persist:chrome-app-${id}`)),
            ])
            return (
              guests.some((guest) => kept.has(guest.session)) ||
              new Set(guests.map((guest) => guest.session)).size < guests.length
            )
          },
          [one, two],
        )
        expect(shared).toBe(false)
      }
    },
  )
})

it('of the background page is no more than others', async () => {
  const background = running.app
    .windows()
    .find((page) => page.url() === `chrome-app://${one}/_generated_background_page.html`) as Page
  const partition = `persist:chrome-app-${two}`
  const src = pathToFileURL(secret).href
  expect(await show(background, { ...unsafe, partition, src })).toBe('loadabort ERR_DISALLOWED_URL_SCHEME')
  const guests = await running.app.evaluate(
    ({ session, webContents }, name) =>
      webContents
        .getAllWebContents()
        .filter((contents) => contents.hostWebContents?.getURL().endsWith('background_page.html'))
        .map((contents) => [contents.getURL(), contents.session === session.fromPartition(name)]),
    partition,
  )
  expect(guests).toEqual([['', false]])
  await background.evaluate(() => document.querySelector('webview')?.remove())
})

it('a page does nothing with guests of another app', async () => {
  await show(other, { src: `${origin}/` })
  const id = await running.app.evaluate(
    ({ webContents }) =>
      webContents
        .getAllWebContents()
        .find((contents) => contents.hostWebContents?.getURL().startsWith(`chrome-app://${'b'.repeat(32)}`))
        ?.id,
  )
  const answers = await sayCalls(hostile, [
    ['webViewInternal.attach', id, {}],
    ['webViewInternal.executeScript', id, '', { code: '1' }],
    ['webViewInternal.insertCSS', id, '', { code: 'p {}' }],
    ['webViewInternal.go', id, -1],
    ['webViewInternal.terminate', id],
    ['webViewInternal.followSize', id, true],
    ['webViewInternal.setZoomMode', id, 'disabled'],
    ['webViewMenus.showContextMenu', id, 1],
    ['webViewInternal.setPermission', id, 1, 'allow', undefined],
    ['webViewInternal.loadDataWithBaseUrl', id, 'data:text/html,x', 'http://a.test/', undefined],
  ])
  expect(answers).toEqual(Array.from({ length: 10 }, () => 'The guest has gone.'))
})
