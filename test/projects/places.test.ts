import fs from 'node:fs'
import { pathToFileURL } from 'node:url'
import { describe, expect } from 'vitest'
import { until } from '../support/until.ts'
import type { Projects } from './support/it.ts'
import { it } from './support/it.ts'
import type { Project } from './support/project.ts'
import type { RunningProject } from './support/start.ts'
import { talk, wholeTalk } from './support/start.ts'

async function expectSockets(running: RunningProject): Promise<void> {
  expect(await talk(await running.openPage())).toEqual(wholeTalk)
}

/** Every main script keeps what it writes. */
const beginning = `const { app, BrowserWindow, session } = require('electron')
const path = require('node:path')
const lines = (globalThis.lines = [])
for (const key of ['log', 'warn', 'error']) console[key] = (...args) => void lines.push(args.join(' '))
const { installChromeSockets } = require('electron-chrome-sockets')
`

/** A CommonJS project with another main script. */
function createProject(projects: Projects, code: string, name?: string): Project {
  const project = projects.create('commonjs', name)
  project.write('main.js', beginning + code)
  return project
}

const fromRoot = { cwd: '/' }
const addressOf = (project: Project): string => pathToFileURL(project.path('index.html')).href

const open = "new BrowserWindow({ show: false }).loadFile('index.html')"

describe('the folder of an app', () => {
  it('may be reached through a link, and its pages by their real path', async ({ projects }) => {
    const project = createProject(
      projects,
      `installChromeSockets({ manifest: 'manifest.json' })
      app.whenReady().then(() => new BrowserWindow({ show: false }).loadFile(path.join(__dirname, 'index.html')))`,
    )
    const link = project.beside('link')
    fs.symlinkSync(project.folder, link)
    const running = await projects.start(link, fromRoot)
    await expectSockets(running)
  })

  it('may have a per cent sign in its name', async ({ projects }) => {
    const project = createProject(
      projects,
      `installChromeSockets({ manifest: 'manifest.json' })\napp.whenReady().then(() => ${open})`,
      '100% app',
    )
    const running = await projects.start(project.folder, fromRoot)
    await expectSockets(running)
  })
})

describe('an odd origin', () => {
  it.for([
    ['of one page', 'addressOf("index.html")', 'addressOf("index.html")'],
    ['with a large letter in its host', '"app://Bundle"', '"app://Bundle/index.html"'],
    ['with a slash at its end', '"app://bundle/"', '"app://bundle/index.html"'],
  ] as const)('%s is that of its pages', async ([, origin, address], { projects }) => {
    const project = createProject(
      projects,
      `const { net, protocol } = require('electron')
      const addressOf = (file) => require('node:url').pathToFileURL(path.join(__dirname, file)).href
      protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
      installChromeSockets({ manifest: 'manifest.json', origins: [${origin}] })
      app.whenReady().then(() => {
        protocol.handle('app', ({ url }) => net.fetch(addressOf(new URL(url).pathname)))
        return new BrowserWindow({ show: false }).loadURL(${address})
      })`,
    )
    const running = await projects.start(project.folder, fromRoot)
    await expectSockets(running)
    expect(await running.readLines()).toEqual([])
  })

  it.for([
    ['http://*', 'there are no wildcards; name each origin'],
    ['file:///', 'it would be every file there is'],
    [
      'https://bundle.example/index.html',
      'expected one like app://bundle, http://localhost:5173, file:///path/of/app/',
    ],
    ['app:bundle', 'expected one like app://bundle, http://localhost:5173, file:///path/of/app/'],
  ] as const)('%s is refused at once: %s', async ([origin, reason], { projects }) => {
    const project = createProject(
      projects,
      `try {
        installChromeSockets({ manifest: 'manifest.json', origins: ['${origin}'] })
      } catch (error) {
        console.log(String(error))
      }`,
    )
    const running = await projects.start(project.folder, fromRoot)
    expect(await running.readLines()).toEqual([
      `TypeError: electron-chrome-sockets: option "origins": Invalid origin '${origin}': ${reason}`,
    ])
  })
})

describe('a manifest', () => {
  it('may have a byte order mark and comments, and comes in the language of the user', async ({
    projects,
  }) => {
    const project = createProject(
      projects,
      `installChromeSockets({ manifest: require('node:url').pathToFileURL(path.join(__dirname, 'manifest.json')) })
      app.whenReady().then(() => ${open})`,
    )
    const text = fs.readFileSync(project.path('manifest.json'), 'utf8')
    project.write(
      'manifest.json',
      `\uFEFF// An app\n${text.replace('"Echo"', '"__MSG_appName__", /* so */ "default_locale": "de"')}`,
    )
    project.write('_locales/en/messages.json', '{ "appName": { "message": "Echo" } }')
    project.write('_locales/de/messages.json', '{ "APPNAME": { "message": "Widerhall" } }')
    const running = await projects.start(project.folder, fromRoot)
    await expectSockets(running)
    const page = await running.openPage()
    expect(await page.evaluate(() => chrome.runtime.getManifest())).toMatchObject({
      name: 'Echo',
      current_locale: 'en_US',
    })
  })
})

describe('main says why a page has no sockets', () => {
  it('in a session that is not named', async ({ projects }) => {
    const project = createProject(
      projects,
      `installChromeSockets({ manifest: 'manifest.json' })
      app.whenReady().then(() =>
        new BrowserWindow({ show: false, webPreferences: { partition: 'persist:mail box' } }).loadFile('index.html'))`,
    )
    const running = await projects.start(project.folder, fromRoot)
    await running.hear(
      `${addressOf(project)} gets no chrome.sockets: its session, "persist:mail box", is not in the option "sessions"`,
    )
  })

  it('and has them in a partition that is named before the app is ready', async ({ projects }) => {
    const project = createProject(
      projects,
      `installChromeSockets({ manifest: 'manifest.json', sessions: ['persist:mail box'] })
      app.whenReady().then(() =>
        new BrowserWindow({ show: false, webPreferences: { partition: 'persist:mail box' } }).loadFile('index.html'))`,
    )
    const running = await projects.start(project.folder, fromRoot)
    await expectSockets(running)
    expect(await running.readLines()).toEqual([])
  })

  it('where something has set other preload scripts', async ({ projects }) => {
    const project = createProject(
      projects,
      `installChromeSockets({ manifest: 'manifest.json' })
      app.whenReady().then(() => {
        session.defaultSession.setPreloads([])
        return ${open}
      })`,
    )
    const running = await projects.start(project.folder, fromRoot)
    await running.hear(
      `${addressOf(project)} gets no chrome.sockets: the preload script is no longer registered on its session`,
    )
  })
})

/** Waits until there is a document of that scheme in some window, guest or frame. */
const seeScheme = ({ app }: RunningProject, scheme: string): Promise<void> =>
  until(scheme, () =>
    app.evaluate(
      ({ webContents }, start) =>
        webContents
          .getAllWebContents()
          .some(({ mainFrame }) => mainFrame.framesInSubtree.some(({ url }) => url.startsWith(start))),
      scheme,
    ),
  )

describe('main says nothing', () => {
  it('of developer tools, of a PDF file and of a <webview>', async ({ projects }) => {
    const project = createProject(
      projects,
      `const { events } = installChromeSockets({ manifest: 'manifest.json' })
      events.on('refused', ({ url }) => console.log('refused', url))
      const open = (file, webPreferences) => new BrowserWindow({ show: false, webPreferences }).loadFile(file)
      globalThis.openOther = () => open('index.html', { partition: 'other' })
      app.on('web-contents-created', (_event, contents) => contents.once('did-attach-webview', () =>
        contents.openDevTools({ mode: 'detach', activate: false })))
      app.whenReady().then(() => {
        open('guest.html', { webviewTag: true })
        open('paper.pdf', { plugins: true })
      })`,
    )
    project.write('guest.html', '<!doctype html><webview src="data:text/html,guest"></webview>')
    project.write(
      'paper.pdf',
      '%PDF-1.1\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj ' +
        '3 0 obj<</Type/Page/MediaBox[0 0 99 99]/Parent 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
    )
    const running = await projects.start(project.folder, fromRoot)
    for (const scheme of ['devtools:', 'data:', 'chrome-extension:']) await seeScheme(running, scheme)
    // One that is spoken of comes after them.
    await running.app.evaluate(() => (Reflect.get(globalThis, 'openOther') as () => Promise<void>)())
    await running.hear('refused')
    const lines = await running.readLines()
    expect(lines.filter((line) => !line.includes('index.html'))).toEqual([])
  })
})

it('dispose, destroy and install work in one turn', async ({ projects }) => {
  const project = createProject(
    projects,
    `const first = installChromeSockets({ manifest: 'manifest.json' })
    app.on('window-all-closed', () => {})
    app.whenReady().then(async () => {
      const window = new BrowserWindow({ show: false })
      await window.loadFile('index.html')
      first.dispose()
      window.destroy()
      try {
        installChromeSockets({ manifest: 'manifest.json' })
        await ${open}
        console.log('shown again')
      } catch (error) {
        console.log(String(error))
      }
    })`,
  )
  const running = await projects.start(project.folder, fromRoot)
  await running.hear('shown again')
  await until('one window', () => running.app.windows().length === 1)
  const [page] = running.app.windows()
  expect(await talk(page!)).toEqual(wholeTalk)
})
