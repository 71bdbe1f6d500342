// @ts-check
// Two apps of one process: one whose page echoes, and one whose pages mean harm. What is done comes over the channel
// to the parent process. Nothing catches what nobody else catches: that is how apps are.
import fs from 'node:fs'
import dns from 'node:dns'
import path from 'node:path'
import { app, BrowserWindow, protocol, session } from 'electron'
import { installChromeSockets } from 'electron-chrome-sockets'
import { chromeAppScheme, runChromeApp } from 'electron-chrome-sockets/app'

/** @typedef {'honest' | 'hostile' | 'stranger'} Who */

const { chromeApp, manifest, limits, silentDns } = JSON.parse(process.env.SIEGE ?? '{}')
const honestManifest = { sockets: { tcpServer: { listen: '*' } } }

/** Milliseconds between two looks at clock and memory. */
const interval = 5
const megabyte = 1024 * 1024

/** Milliseconds for which the main thread has computed; on other systems than Linux nothing says so. */
const readBusyTime = () => {
  try {
    return Number.parseInt(fs.readFileSync('/proc/self/schedstat', 'latin1'), 10) / 1e6
  } catch {
    return NaN
  }
}

class Watch {
  longest = 0
  busiest = 0
  most = 0
  #before = performance.now()
  #busyBefore = readBusyTime()

  constructor() {
    setInterval(() => this.#tick(), interval)
  }

  begin() {
    this.longest = 0
    this.busiest = 0
    this.most = this.memory
    this.#before = performance.now()
    this.#busyBefore = readBusyTime()
  }

  get memory() {
    return process.memoryUsage.rss() / megabyte
  }

  #tick() {
    const now = performance.now()
    this.longest = Math.max(this.longest, now - this.#before - interval)
    this.#before = now
    const busy = readBusyTime()
    this.busiest = Math.max(this.busiest, busy - this.#busyBefore)
    this.#busyBefore = busy
    this.most = Math.max(this.most, this.memory)
  }
}

class Log {
  lines = 0
  characters = 0
  /** @type {string[]} */
  first = []

  warn(/** @type {string} */ message) {
    this.lines += 1
    this.characters += message.length
    if (this.first.length < 5) this.first.push(message.slice(0, 300))
  }

  error(/** @type {string} */ message, /** @type {unknown} */ error) {
    this.warn(error instanceof Error ? `${message}: ${error.stack}` : message)
  }
}

protocol.registerSchemesAsPrivileged([
  chromeAppScheme,
  { scheme: 'app', privileges: { standard: true, secure: true } },
])

const watch = new Watch()
const log = new Log()
/** @type {Record<string, number>} */
let refused = {}

/** @param {Who} who */
const openSession = (who) => {
  const opened = session.fromPartition(who)
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

const chromeAppId = 'h'.repeat(32)
const compromisedPreload = path.join(import.meta.dirname, 'compromised-preload.cjs')

const addPreload = (/** @type {Electron.Session} */ own, /** @type {string} */ filePath) => {
  if (typeof own.registerPreloadScript === 'function') own.registerPreloadScript({ type: 'frame', filePath })
  // Before Electron 35.
  else Reflect.apply(Reflect.get(own, 'setPreloads'), own, [[filePath]])
}

/** A whole Chrome App that means harm, in the same program: this folder. */
const startChromeApp = async (/** @type {import('electron-chrome-sockets').Logger} */ logger) => {
  addPreload(session.fromPartition(`persist:chrome-app-${chromeAppId}`), compromisedPreload)
  const directory = import.meta.dirname
  const { sockets } = await runChromeApp({ directory, id: chromeAppId, keepRunning: true, logger })
  sockets.events.on('refused', ({ reason }) => (refused[reason] = (refused[reason] ?? 0) + 1))
}

const isBackground = (/** @type {BrowserWindow} */ { webContents }) =>
  webContents.getURL().endsWith('/_generated_background_page.html')

const findBackground = async () => {
  for (;;) {
    const background = BrowserWindow.getAllWindows().find(isBackground)
    if (background?.webContents.isLoading() === false) return background.id
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

const start = async () => {
  await app.whenReady()
  const logger = { warn: log.warn.bind(log), error: log.error.bind(log) }
  installChromeSockets({
    manifest: honestManifest,
    origins: ['app://honest'],
    sessions: [openSession('honest')],
    logger: { warn: () => {}, error: () => {} },
  })
  const hostile = installChromeSockets({
    manifest,
    limits,
    logger,
    origins: ['app://hostile'],
    sessions: [openSession('hostile'), openSession('stranger')],
  })
  hostile.events.on('refused', ({ reason }) => (refused[reason] = (refused[reason] ?? 0) + 1))
  if (chromeApp) await startChromeApp(logger)
  return hostile
}

app.on('window-all-closed', () => {})
const starting = start()

/** @param {number} id */
const find = (id) => {
  const window = BrowserWindow.fromId(id)
  if (window === null) throw new Error(`window ${id} has gone`)
  return window
}

/** @type {Record<string, (...args: any[]) => unknown>} */
const methods = {
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
  evaluate: (/** @type {number} */ id, /** @type {string} */ code) =>
    find(id).webContents.executeJavaScript(code, true),
  load: (/** @type {number} */ id, /** @type {string} */ url) => find(id).loadURL(url),
  /** The window of the Chrome App's background page. */
  openChromeApp: () => starting.then(findBackground),
  /** Every window but those of the honest page and of the Chrome App's background page. */
  closeAll(/** @type {number} */ honest) {
    for (const window of BrowserWindow.getAllWindows())
      if (window.id !== honest && !isBackground(window)) window.destroy()
  },
  begin() {
    Object.assign(log, { lines: 0, characters: 0, first: [] })
    refused = {}
    watch.begin()
    return watch.memory
  },
  read() {
    const { lines, characters, first } = log
    const { busiest, longest, most, memory } = watch
    return { busiest, longest, most, memory, log: { lines, characters, first }, refused }
  },
  /** What a garbage collection would give back anyway is no growth. */
  async collect() {
    for (let i = 0; i < 4; i += 1) {
      globalThis.gc?.()
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    return watch.memory
  },
  countSockets: async () => (await starting).sockets().length,
  /** Milliseconds that names take that the system knows, from Node and from Chromium: `limit` at most. */
  lookUp(/** @type {number} */ limit) {
    const begun = performance.now()
    const known = silentDns === true ? 'known.test' : 'localhost'
    const found = Promise.all([dns.promises.lookup(known), openSession('honest').resolveHost(known)])
    const late = new Promise((resolve) => setTimeout(resolve, limit))
    return Promise.race([found, late]).then(() => performance.now() - begun)
  },
}

process.on('disconnect', () => process.exit(0))
process.on('message', async (/** @type {{ id: number, method: string, args: unknown[] }} */ call) => {
  const { id, method, args } = call
  const answer = await Promise.resolve()
    .then(() => methods[method]?.(...args))
    .then(
      (result) => ({ id, result }),
      (error) => ({ id, error: String(error.message) }),
    )
  if (process.connected) process.send?.(answer)
})
