import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { until } from '../until.ts'
import { launchChromeApp } from './launch-chrome-app.ts'
import { writeChromeApp } from './write-chrome-app.ts'

/** What the window of the app has for these tests. */
const helpers = `
const names = ['consolemessage', 'contentload', 'exit', 'loadabort', 'loadcommit', 'loadredirect', 'loadstart', 'loadstop', 'zoomchange']
const heard = []
let view

/** The event's own fields; the next event of that name resolves it. */
const next = (name, act = () => {}) => new Promise((resolve) => {
  view.addEventListener(name, (event) => {
    act(event)
    const { isTrusted, ...fields } = event
    resolve(fields)
  }, { once: true })
})

/** A new <webview>, when it has loaded. */
const show = async (attributes, last = 'loadstop') => {
  view = document.createElement('webview')
  heard.length = 0
  for (const name of names)
    view.addEventListener(name, ({ isTrusted, ...fields }) => heard.push([name, fields]))
  for (const [name, value] of Object.entries(attributes)) view.setAttribute(name, value)
  const loaded = next(last)
  document.body.replaceChildren(view)
  await loaded
  return heard
}

/** What a method calls back with. */
const call = (method, ...args) => new Promise((resolve) => {
  view[method](...args, (...results) => resolve(chrome.runtime.lastError?.message ?? results[0]))
})
const run = async (code) => (await call('executeScript', { code }))[0]
`

const pages: Readonly<Record<string, string>> = {
  '/': '<!doctype html><title>Guest</title><p>Hello, hello',
  '/frames': '<!doctype html><title>Frames</title><iframe src="/"></iframe>',
  '/ask': '<!doctype html><script>document.title = prompt("Who?", "nobody")</script>',
  '/names': '<!doctype html><script>document.title = name; name += "!"</script>',
  '/leave': '<!doctype html><script>onbeforeunload = () => false</script>',
}

const createServer = (): http.Server =>
  http.createServer(({ headers, url = '' }, response) => {
    if (url === '/redirect') response.writeHead(302, { location: '/' }).end()
    else if (url === '/agent') response.end(headers['user-agent'])
    else if (url === '/headers') response.end(JSON.stringify(headers))
    else if (url === '/secret' && headers.authorization === undefined)
      response.writeHead(401, { 'www-authenticate': 'Basic realm="Guests"' }).end('Who?')
    else if (url === '/secret') response.end(headers.authorization)
    else if (url === '/download')
      response
        .writeHead(200, { 'content-disposition': 'attachment; filename="../a b.txt"' })
        .end('downloaded')
    else response.writeHead(200, { 'content-type': 'text/html' }).end(pages[url] ?? pages['/'])
  })

const writeApp = (): string =>
  writeChromeApp("chrome.app.runtime.onLaunched.addListener(() => chrome.app.window.create('window.html'))", {
    manifest: {
      permissions: ['webview', 'geolocation', 'fullscreen'],
      webview: { partitions: [{ name: 'own*', accessible_resources: ['own.html', 'shared-*'] }] },
    },
    files: {
      'window.html': '<!doctype html><title>Window</title><body><script src="helpers.js"></script>',
      'helpers.js': helpers,
      'inject.js': 'document.title + " of a file"',
      'endless.js': `new Promise(() => {}) // ${'x'.repeat(4_000_000)}`,
      'own.html': '<!doctype html><title>Own</title><script src="shared-script.js"></script>',
      'shared-script.js':
        "addEventListener('message', ({ data, source }) => source.postMessage(data + ' ' + ('runtime' in chrome), '*'))",
    },
  })

/** An app whose window shows pages of a server in a `<webview>`. */
export interface WebviewApp {
  /** Of the server. */
  readonly origin: string
  /** Runs a script with the helpers in the window. */
  readonly use: (script: string) => Promise<unknown>
  /** Shows a page of the server in a new `<webview>`; resolves with what that has told. */
  readonly show: (path: string, last?: string) => Promise<unknown>
  /** Runs a script in the page that is shown, as if the user had just done something there. */
  readonly useGuest: (script: string) => Promise<unknown>
  /** The user wants to see the menu of the page that is shown. */
  readonly askForMenu: () => Promise<void>
  /** What the menus have that were shown since, whose first items the user has chosen. */
  readonly readMenus: () => Promise<unknown>
  /** What the window keeps no longer goes. */
  readonly collectGarbage: () => Promise<void>
  /** Has downloads go to a folder. */
  readonly downloadTo: (folder: string) => Promise<void>
  /** Until the console of the window is told this line, meanwhile or a little later. */
  readonly hear: (line: string, act: () => Promise<unknown>) => Promise<void>
  readonly close: () => Promise<void>
}

export async function launchWebviewApp(): Promise<WebviewApp> {
  const server = createServer()
  const folder = writeApp()
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const running = await launchChromeApp(folder)
  // Else Playwright answers no to the dialogs of guests, now and then before the app does.
  running.app.context().on('dialog', () => {})
  await until('window', () => running.windows().some((each) => each.url().endsWith('/window.html')))
  const [page] = running.windows()
  if (page === undefined) throw new Error('no window')
  await page.waitForLoadState()
  const use = (script: string): Promise<unknown> => page.evaluate(`(async () => { ${script} })()`)
  return {
    origin,
    use,
    show: (path, last) => use(`return show({ src: '${origin}${path}' }, ${JSON.stringify(last)})`),
    useGuest: (script) =>
      running.app.evaluate(({ webContents }, code): Promise<unknown> | undefined => {
        const guests = webContents.getAllWebContents().filter((each) => each.getType() === 'webview')
        return guests.find((each) => each.hostWebContents !== null)?.executeJavaScript(code, true)
      }, script),
    async askForMenu() {
      await running.app.evaluate(({ Menu }) => {
        const shown: string[][] = (Reflect.get(globalThis, 'shown') as string[][] | undefined) ?? []
        Reflect.set(globalThis, 'shown', shown)
        Menu.prototype.popup = function popup(this: Electron.Menu) {
          shown.push(this.items.map(({ label }) => label))
          this.items[0]?.click()
        }
      })
      await page.click('webview', { button: 'right' })
    },
    readMenus: () => running.app.evaluate((): unknown => Reflect.get(globalThis, 'shown') ?? []),
    collectGarbage: () => page.requestGC(),
    downloadTo: (given) => running.app.evaluate(({ app }, place) => app.setPath('downloads', place), given),
    async hear(line, act) {
      const lines: string[] = []
      const note = (message: { text: () => string }): unknown => lines.push(message.text())
      page.on('console', note)
      await act()
      await until(line, () => lines.includes(line))
      page.off('console', note)
    },
    async close() {
      await running.close()
      server.close()
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}
