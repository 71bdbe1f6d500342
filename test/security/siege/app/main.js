// @ts-check
// Two apps of one process: one whose page echoes, and one whose pages mean harm. What is done comes over the channel
// to the parent process. Nothing catches what nobody else catches: that is how apps are. It is told all the same.
import fs from 'node:fs'
import dns from 'node:dns'
import { EventEmitter } from 'node:events'
import path from 'node:path'
import { app, BrowserWindow, dialog, protocol, session, webContents as allContents } from 'electron'
import { installChromeSockets } from 'electron-chrome-sockets'
import { chromeAppScheme, runChromeApp } from 'electron-chrome-sockets/app'
import { answerParent } from './answer-parent.js'
import { Log, takeFaults, Watch } from './record.js'

/** @typedef {'honest' | 'hostile' | 'stranger'} Who */

const silentDns = process.env.SIEGE_DNS === 'silent'
const honestManifest = { sockets: { tcpServer: { listen: '*' } } }

const pause = (/** @type {number} */ milliseconds) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

protocol.registerSchemesAsPrivileged([
  chromeAppScheme,
  { scheme: 'app', privileges: { standard: true, secure: true } },
])

const watch = new Watch()
const log = new Log()
/** @type {Record<string, number>} */
let refused = {}

let apps = 0

/** Questions that the user was asked: the answer is no, a moment later. */
let questions = 0
for (const name of ['showMessageBox', 'showOpenDialog', 'showSaveDialog'])
  Reflect.set(dialog, name, async () => {
    questions += 1
    await pause(20)
    return { canceled: true, filePath: '', filePaths: [], response: 0 }
  })

const downloads = path.join(app.getPath('userData'), 'downloads')
app.setPath('downloads', downloads)

/** Each attack has an app of its own. @param {Who} who */
const openSession = (who) => {
  const opened = session.fromPartition(who === 'honest' ? who : `${who} ${apps}`)
  if (!opened.protocol.isProtocolHandled('app')) opened.protocol.handle('app', serve)
  return opened
}

const serve = (/** @type {Request} */ request) => {
  const { hostname, pathname } = new URL(request.url)
  const file = path.join(import.meta.dirname, pathname === '/' ? `${hostname}.html` : pathname)
  const type = file.endsWith('.js') ? 'text/javascript' : 'text/html'
  return fs.existsSync(file)
    ? new Response(fs.readFileSync(file), { headers: { 'content-type': type } })
    : new Response('not found', { status: 404 })
}

/** @typedef {'hostile' | 'neighbour'} ChromeAppRole */

/** Letters from a to p. */
const nameChromeApp = (/** @type {ChromeAppRole} */ role) =>
  String.fromCodePoint(97 + (apps >> 4), 97 + (apps & 15)).padEnd(32, role === 'hostile' ? 'h' : 'n')

const sessionOf = (/** @type {ChromeAppRole} */ role) =>
  session.fromPartition(`persist:chrome-app-${nameChromeApp(role)}`)

/** @type {Partial<Record<ChromeAppRole, import('electron-chrome-sockets/app').RunningChromeApp>>} */
const chromeApps = {}
const compromisedPreload = path.join(import.meta.dirname, 'compromised-preload.cjs')

const addPreload = (/** @type {Electron.Session} */ own, /** @type {string} */ filePath) => {
  if (typeof own.registerPreloadScript === 'function') own.registerPreloadScript({ type: 'frame', filePath })
  // Before Electron 35.
  else Reflect.apply(Reflect.get(own, 'setPreloads'), own, [[filePath]])
}

const logger = { warn: log.warn.bind(log), error: log.error.bind(log) }

const noteRefusal = (/** @type {{ reason: string }} */ { reason }) =>
  (refused[reason] = (refused[reason] ?? 0) + 1)

/** A whole Chrome App in the same program: this folder. */
const startChromeApp = async (/** @type {ChromeAppRole} */ role) => {
  addPreload(sessionOf(role), compromisedPreload)
  const id = nameChromeApp(role)
  const given = path.join(app.getPath('userData'), `given to ${id}`)
  fs.mkdirSync(given)
  const files = [given]
  const running = await runChromeApp({ directory: import.meta.dirname, id, keepRunning: true, files, logger })
  running.sockets.events.on('refused', noteRefusal)
  chromeApps[role] = running
}

const findBackground = async (/** @type {ChromeAppRole} */ role) => {
  const url = `chrome-app://${nameChromeApp(role)}/_generated_background_page.html`
  for (;;) {
    const background = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL() === url)
    if (background?.webContents.isLoading() === false) return background.id
    await pause(20)
  }
}

const untilChromeAppIsOver = async (/** @type {ChromeAppRole} */ role) => {
  const own = sessionOf(role)
  while (BrowserWindow.getAllWindows().some(({ webContents }) => webContents.session === own)) await pause(20)
}

const start = async () => {
  await app.whenReady()
  installChromeSockets({
    manifest: honestManifest,
    origins: ['app://honest'],
    sessions: [openSession('honest')],
    logger: { warn: () => {}, error: () => {} },
  })
}

/** Kills the process of the guest that is there, so many milliseconds after it has begun to go elsewhere. */
const killOnTheWay = async (/** @type {number} */ delay) => {
  const guest = allContents.getAllWebContents().find((contents) => contents.getType() === 'webview')
  guest?.once('did-start-navigation', async () => {
    await pause(delay)
    const pid = guest.isDestroyed() ? 0 : guest.getOSProcessId()
    // 0 would be this process and its family.
    if (pid > 0) process.kill(pid, 'SIGKILL')
  })
}

app.on('window-all-closed', () => {})
const starting = start()
/** @type {import('electron-chrome-sockets').ChromeSockets | undefined} */
let hostile

/** @param {number} id */
const find = (id) => {
  const window = BrowserWindow.fromId(id)
  if (window === null) throw new Error(`window ${id} has gone`)
  return window
}

/** @type {Record<string, (...args: any[]) => unknown>} */
const methods = {
  /** The attacker gets a new app, with nothing left of the one before. */
  async arm(
    /** @type {Required<Pick<import('electron-chrome-sockets').InstallOptions, 'limits' | 'manifest'>> & { chromeApps: ChromeAppRole[] }} */ {
      chromeApps: roles,
      limits,
      manifest,
    },
  ) {
    await starting
    hostile?.dispose()
    apps += 1
    hostile = installChromeSockets({
      manifest,
      limits,
      logger,
      origins: ['app://hostile'],
      sessions: [openSession('hostile'), openSession('stranger')],
    })
    hostile.events.on('refused', noteRefusal)
    for (const role of roles) await startChromeApp(role)
  },
  async open(/** @type {Who} */ who, /** @type {boolean} */ compromised, url = `app://${who}/`) {
    await starting
    const preload = compromised ? { preload: compromisedPreload } : {}
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        backgroundThrottling: false,
        session: openSession(who),
        ...preload,
      },
    })
    await window.loadURL(url)
    return window.id
  },
  /** A page whose process is ended says so in its place; of one that is closed nothing else would be heard. */
  evaluate(/** @type {number} */ id, /** @type {string} */ code) {
    const { webContents } = find(id)
    return new Promise((resolve, reject) => {
      const tell = () => resolve({ 'process ended': 1 })
      const giveUp = () => reject(new Error('the page was closed before it had answered'))
      webContents.once('render-process-gone', tell).once('destroyed', giveUp)
      webContents
        .executeJavaScript(code, true)
        .then(resolve, (error) => (webContents.isCrashed() ? tell() : reject(error)))
        .finally(() => webContents.off('render-process-gone', tell).off('destroyed', giveUp))
    })
  },
  load: (/** @type {number} */ id, /** @type {string} */ url) => find(id).loadURL(url),
  /** The window of the Chrome App's background page. */
  openChromeApp: findBackground,
  nameChromeApp,
  untilChromeAppIsOver,
  launchChromeApp: (/** @type {ChromeAppRole} */ role) => chromeApps[role]?.launch(),
  /** Every window but that of the honest page: a Chrome App's background page takes its windows along. */
  closeAll(/** @type {number} */ honest) {
    for (const window of BrowserWindow.getAllWindows()) if (window.id !== honest) window.destroy()
  },
  begin() {
    questions = 0
    fs.rmSync(downloads, { recursive: true, force: true })
    Object.assign(log, { lines: 0, characters: 0, first: [] })
    refused = {}
    watch.begin()
    return watch.memory
  },
  read() {
    watch.look()
    const { lines, characters, first } = log
    const { busiest, longest, most, memory } = watch
    return { busiest, longest, most, memory, log: { lines, characters, first }, refused }
  },
  takeFaults,
  /** What a garbage collection would give back anyway is no growth. */
  async collect() {
    for (let i = 0; i < 4; i += 1) {
      globalThis.gc?.()
      await pause(50)
    }
    return watch.memory
  },
  killOnTheWay,
  /** What the siege has to notice. */
  fail(/** @type {import('../attack.ts').Fault} */ fault) {
    const fail = () => {
      throw new Error('made to be noticed')
    }
    if (fault === 'throws') setImmediate(fail)
    else if (fault === 'rejects') void Promise.resolve().then(fail)
    else {
      const leaky = new EventEmitter()
      for (let i = 0; i < 20; i += 1) leaky.on('event', () => {})
    }
  },
  countQuestions: () => questions,
  /** Files that were downloaded, and what lies beside the folder for them whose name says that it should not. */
  listDownloads: () => ({
    saved: fs.existsSync(downloads) ? fs.readdirSync(downloads) : [],
    strays: fs.readdirSync(path.dirname(downloads)).filter((name) => name.includes('stray')),
  }),
  countSockets: () => hostile?.sockets().length,
  /** Milliseconds that names take that the system knows, from Node and from Chromium: `limit` at most. */
  lookUp(/** @type {number} */ limit) {
    const begun = performance.now()
    const known = silentDns ? 'known.test' : 'localhost'
    const found = Promise.all([dns.promises.lookup(known), openSession('honest').resolveHost(known)])
    const late = new Promise((resolve) => setTimeout(resolve, limit))
    return Promise.race([found, late]).then(() => performance.now() - begun)
  },
}

answerParent(methods)
