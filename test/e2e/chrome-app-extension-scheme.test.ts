import fs from 'node:fs'
import net from 'node:net'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromeApp, makeUserData } from '../support/electron/launch-chrome-app.ts'
import type { RunningChromeApp } from '../support/electron/launch-chrome-app.ts'
import { writeChromeApp } from '../support/electron/write-chrome-app.ts'
import { until } from '../support/until.ts'

const folder = writeChromeApp(
  "chrome.app.runtime.onLaunched.addListener(() => chrome.app.window.create('window.html'))",
  {
    manifest: {
      permissions: ['storage', 'webview'],
      sandbox: { pages: ['sandboxed.html'] },
      sockets: { tcpServer: { listen: '*' } },
      webview: { partitions: [{ name: 'own', accessible_resources: ['guest.html'] }] },
    },
    files: {
      'frame.html': '<!doctype html><title>Frame</title>',
      'guest.html': '<!doctype html><title>Guest</title>',
      'sandboxed.html': '<!doctype html><title>Sandboxed</title>',
      'window.html': `<!doctype html><title>Window</title>
        <iframe name="frame" src="frame.html"></iframe><iframe name="sandboxed" src="sandboxed.html"></iframe>`,
      'data.json': '{"one":1}',
      'library.js': 'self.library = 1',
      'worker.js':
        "importScripts('library.js'); fetch('data.json').then((r) => r.json()).then(({ one }) => postMessage([self.library, one, origin]))",
    },
  },
)
const userData = makeUserData()
const start = (): Promise<RunningChromeApp> =>
  launchChromeApp(folder, userData, 'dist/run-app.js', ['--scheme=chrome-extension'])

let running: RunningChromeApp

beforeAll(async () => {
  running = await start()
  await until('window', () => running.windows()[0]?.frame('sandboxed')?.url().endsWith('.html') === true)
  for (const page of [running.background, ...running.windows()]) await page.waitForLoadState()
})

afterAll(async () => {
  await running.close()
  fs.rmSync(folder, { recursive: true, force: true })
  fs.rmSync(userData, { recursive: true, force: true })
})

const getWindow = () => {
  const [window] = running.windows()
  if (window === undefined) throw new Error('no window')
  return window
}

/** The namespaces that a page has, and whether it has Electron's own for extensions. */
const listNamespaces = (): string[] => Object.keys(Reflect.get(window, 'chrome') ?? {}).toSorted()

it('is that of pages, background page, frames, and what they ask for', async () => {
  const origin = `chrome-extension://${await running.background.evaluate(() => chrome.runtime.id)}`
  expect(origin).toMatch(/^chrome-extension:\/\/[a-p]{32}$/)
  expect(running.background.url()).toBe(`${origin}/_generated_background_page.html`)
  expect(getWindow().url()).toBe(`${origin}/window.html`)
  const found = await getWindow().evaluate(async () => {
    const worker = new Worker('worker.js')
    const worked = new Promise((resolve) => {
      worker.addEventListener('message', ({ data }) => resolve(data), { once: true })
    })
    const { one } = (await (await fetch('data.json')).json()) as { one: number }
    const missing = await fetch('nowhere.json').catch(String)
    return [
      location.protocol,
      Reflect.get(chrome.runtime, 'getURL')('a'),
      one,
      missing,
      isSecureContext,
      await worked,
    ]
  })
  expect(found).toEqual([
    'chrome-extension:',
    `${origin}/a`,
    1,
    'TypeError: Failed to fetch',
    true,
    [1, 1, origin],
  ])
})

it('gives no page what Electron has for extensions', async () => {
  const own = await running.background.evaluate(listNamespaces)
  expect(own).toContain('sockets')
  for (const name of ['extension', 'tabs', 'scripting']) expect(own).not.toContain(name)
  expect(await getWindow().frame('frame')?.evaluate(listNamespaces)).toEqual(own)
  expect(await getWindow().frame('sandboxed')?.evaluate(listNamespaces)).toEqual(['csi', 'loadTimes'])
  const blank = await getWindow().evaluate(() => {
    const frame = document.body.appendChild(document.createElement('iframe'))
    const names = Object.keys(Reflect.get(frame.contentWindow ?? {}, 'chrome') ?? {})
    frame.remove()
    return names
  })
  expect(blank).toEqual([])
})

it('has sockets', async () => {
  const port = await getWindow().evaluate(async () => {
    const { tcp, tcpServer } = chrome.sockets
    tcpServer.onAccept.addListener(({ clientSocketId }) => tcp.setPaused(clientSocketId, false))
    tcp.onReceive.addListener(({ data, socketId }) => tcp.send(socketId, data, () => {}))
    const { socketId } = await tcpServer.create()
    await new Promise<void>((resolve) => {
      tcpServer.listen(socketId, '127.0.0.1', 0, () => resolve())
    })
    return (await tcpServer.getInfo(socketId)).localPort
  })
  const client = net.connect(port ?? 0, '127.0.0.1')
  client.write('hello')
  const [echo] = (await once(client, 'data')) as Buffer[]
  expect(echo?.toString()).toBe('hello')
  client.destroy()
})

it('is not for guests', async () => {
  const told = await getWindow().evaluate(
    () =>
      new Promise((resolve) => {
        const view = Object.assign(document.createElement('webview'), {
          partition: 'persist:own',
          src: 'guest.html',
        })
        view.addEventListener('loadabort', (event) => {
          resolve([Reflect.get(event, 'code'), Reflect.get(event, 'reason')])
        })
        document.body.append(view)
      }),
  )
  expect(told).toEqual([-301, 'ERR_DISALLOWED_URL_SCHEME'])
})

it('is the same at the next start, with what the app has stored', async () => {
  const store = (): unknown => Reflect.get(chrome, 'storage').local.set({ kept: 1 })
  await running.background.evaluate(store)
  const url = running.background.url()
  await running.close()
  running = await start()
  expect(running.background.url()).toBe(url)
  expect(await running.background.evaluate(() => Reflect.get(chrome, 'storage').local.get('kept'))).toEqual({
    kept: 1,
  })
})
