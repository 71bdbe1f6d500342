import fs from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { launchChromeApp, makeUserData, startAgain } from '../support/electron/launch-chrome-app.ts'
import type { RunningChromeApp } from '../support/electron/launch-chrome-app.ts'
import { writeChromeApp } from '../support/electron/write-chrome-app.ts'
import { until } from '../support/until.ts'

/** Opens a window when it is launched, and says what it is told. */
const common = `
chrome.runtime.onInstalled.addListener((details) => record.push('installed ' + JSON.stringify(details)))
for (const name of ['onStartup', 'onSuspendCanceled']) chrome.runtime[name].addListener(() => record.push(name))
const create = (options) => chrome.app.window.create('window.html', options, () => record.push('window'))
chrome.app.runtime.onLaunched.addListener(({ source }) => {
  record.push('launched ' + source)
  create({ id: 'main' })
})
`
const listensToRestarts = `${common}
chrome.app.runtime.onRestarted.addListener((...args) => record.push('restarted ' + args.length))
`
/** Each write begins when the one before is kept. */
const writesAtTheEnd = `${common}
const write = (count) => count <= 50 && chrome.storage.local.set({ count }, () => write(count + 1))
chrome.runtime.onSuspend.addListener(() => write(1))
chrome.storage.local.get({ count: 0 }, ({ count }) => record.push('count ' + count))
`

let userData: string
const folders: string[] = []
let running: RunningChromeApp | undefined

beforeEach(() => {
  userData = makeUserData()
})

afterEach(async () => {
  await running?.close().catch(() => {})
  running = undefined
  for (const folder of [userData, ...folders.splice(0)]) fs.rmSync(folder, { recursive: true, force: true })
})

function write(background: string, manifest: object = {}): string {
  const folder = writeChromeApp(background, { manifest })
  folders.push(folder)
  return folder
}

async function launch(folder: string): Promise<RunningChromeApp> {
  running = await launchChromeApp(folder, userData)
  return running
}

const waitFor = (app: RunningChromeApp, line: string): Promise<void> =>
  until(line, async () => (await app.readRecord()).includes(line))

/** Starts the app and reads what it has recorded by the time that its window, and a line, are there. */
async function readStart(folder: string, last = 'window'): Promise<string[]> {
  const app = await launch(folder)
  await waitFor(app, 'window')
  await waitFor(app, last)
  const record = await app.readRecord()
  await app.close()
  return record
}

describe('a start', () => {
  it('is told to a new app, and to one whose version is another', async () => {
    const folder = write(common)
    const launched = ['launched load_and_launch', 'window']
    expect(await readStart(folder)).toEqual(['installed {"reason":"install"}', ...launched])
    expect(await readStart(folder)).toEqual(launched)
    const manifest = `${folder}/manifest.json`
    fs.writeFileSync(manifest, fs.readFileSync(manifest, 'utf8').replace('"1.0"', '"1.0.1"'))
    const update = 'installed {"previousVersion":"1.0","reason":"update"}'
    expect((await readStart(folder)).map(sortKeys)).toEqual([update, ...launched])
  })

  it('of the program that runs already launches the app once more, in the same pages', async () => {
    const folder = write(common)
    const app = await launch(folder)
    await waitFor(app, 'window')
    expect(await startAgain(folder, userData)).toMatchObject({ code: 0 })
    await until('again', async () => (await app.readRecord()).length === 5)
    expect((await app.readRecord()).slice(1)).toEqual([
      'launched load_and_launch',
      'window',
      'launched command_line',
      'window',
    ])
    expect(app.windows()).toHaveLength(1)
    const { code, output } = await startAgain('notes', userData)
    expect(code).toBe(1)
    expect(output).toContain(`electron-chrome-sockets: another app runs with ${userData}: App. End it`)
    expect(await app.readRecord()).toHaveLength(5)
  })

  it('of the command keeps what each app stores in a folder of its own', async () => {
    const end =
      "chrome.storage.local.set({ kept: 1 }, () => chrome.app.window.create('window.html', window.close))"
    const apps = ['one', 'two'].map((name) => write(end, { name }))
    const env = { XDG_CONFIG_HOME: userData }
    for (const app of apps)
      expect(await startAgain(app, undefined, [], 'dist/run-app.js', env)).toMatchObject({ code: 0 })
    const kept = fs.readdirSync(`${userData}/electron-chrome-sockets`)
    expect(kept).toHaveLength(2)
    for (const id of kept) {
      expect(id).toMatch(/^[a-p]{32}$/)
      expect(fs.readdirSync(`${userData}/electron-chrome-sockets/${id}/Partitions`)).toEqual([
        `chrome-app-${id}`,
      ])
    }
  })
})

/** The keys of what stands behind a word, in the order of the alphabet. */
function sortKeys(line: string): string {
  const [word = '', json] = line.split(/ (?=\{)/)
  if (json === undefined) return line
  const entries = Object.entries(JSON.parse(json) as object).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `${word} ${JSON.stringify(Object.fromEntries(entries))}`
}

describe('runtime.reload', () => {
  it.each([
    ['launches an app that was to be seen', '', ['launched reload', 'window']],
    ['launches no app that was not', "chrome.app.window.get('main').hide()", []],
  ])('%s', async (_title, prepare, launched) => {
    const app = await launch(write(`${common}\nfunction prepare() { ${prepare} }`))
    await waitFor(app, 'window')
    await app.background.evaluate(() => (Reflect.get(globalThis, 'prepare') as () => void)())
    await until('hidden', () =>
      app.app.evaluate(
        ({ BrowserWindow }, count) =>
          BrowserWindow.getAllWindows().filter((window) => window.isVisible()).length === count,
        launched.length > 0 ? 1 : 0,
      ),
    )
    // The page may go before it has answered.
    const reload = app.background.evaluate(() => (Reflect.get(chrome.runtime, 'reload') as () => void)())
    await reload.catch(() => {})
    const update = 'installed {"previousVersion":"1.0","reason":"update"}'
    await until('reloaded', async () => (await app.readRecord()).map(sortKeys)[0] === update)
    await until('launched', async () => (await app.readRecord()).length === 1 + launched.length)
    expect((await app.readRecord()).slice(1)).toEqual(launched)
    expect(app.windows()).toHaveLength(launched.length > 0 ? 1 : 0)
  })
})

describe('the crash of an app', () => {
  const killPages = ({ app }: RunningChromeApp): Promise<void> =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    )

  it.each([
    [common, ['launched restart', 'window']],
    [listensToRestarts, ['restarted 0']],
  ])('is said, and it is started again, once', async (background, told) => {
    const app = await launch(write(background))
    await waitFor(app, 'window')
    await killPages(app)
    await until('told', async () => (await app.readRecord()).length === told.length)
    expect(await app.readRecord()).toEqual(told)
    expect(app.output()).toMatch(/the process of the app's pages has gone \(\w+\): it is started again/)
    await killPages(app)
    expect(await app.ended).toBe(1)
    expect(app.output()).toMatch(
      /the process of the app's pages has gone \(\w+\): it has done so before, and is ended/,
    )
  })
})

/**
 * Each call of a chain begins when the one before is answered. The app has five seconds at most, and on a slow machine
 * makes fewer of them: what counts is that nothing but that limit ends it before the chain is over.
 */
const chains: [string, string][] = [
  ['things to be stored', 'chrome.storage.local.set({ i }, next)'],
  ['questions to the program', 'chrome.runtime.getPlatformInfo(next)'],
  ['files that are looked for', 'folder.getFile("manifest.json", {}, next)'],
]

const callsAtTheEnd = (call: string): string => `${common}
let folder
chrome.runtime.getPackageDirectoryEntry((entry) => (folder = entry))
chrome.runtime.onSuspend.addListener(() => {
  const begun = performance.now()
  const next = () => {
    if (performance.now() - begun < 1500) return call()
    chrome.storage.local.set({ done: true })
  }
  let i = 0
  const call = () => {
    i += 1
    ${call}
  }
  call()
})
chrome.storage.local.get({ done: false }, ({ done }) => record.push('done ' + done))
`

/** What no call shows, as long as it may take in Chrome. */
const waitsAtTheEnd = `${common}
chrome.runtime.onSuspend.addListener(async () => {
  await fetch('window.html')
  await new Promise((resolve) => setTimeout(resolve, 1500))
  const open = indexedDB.open('own', 1)
  open.onupgradeneeded = () => open.result.createObjectStore('kept')
  open.onsuccess = () => {
    const stored = open.result.transaction('kept', 'readwrite').objectStore('kept').put('text', 'key')
    stored.onsuccess = () => chrome.storage.local.set({ done: true })
  }
})
chrome.storage.local.get({ done: false }, ({ done }) => record.push('done ' + done))
`

describe('the end', () => {
  it.each(chains)('by SIGTERM waits for a chain of %s that takes a while', async (_what, call) => {
    const folder = write(callsAtTheEnd(call))
    const app = await launch(folder)
    await waitFor(app, 'window')
    app.app.process().kill('SIGTERM')
    expect(await app.ended).toBe(0)
    expect(await readStart(folder, 'done true')).toContain('done true')
  })

  it('with the last window gives an app that listens to it time, whatever it waits for', async () => {
    const folder = write(waitsAtTheEnd)
    const app = await launch(folder)
    await waitFor(app, 'window')
    await app.windows()[0]?.evaluate(() => window.close())
    expect(await app.ended).toBe(0)
    expect(await readStart(folder, 'done true')).toContain('done true')
  })

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'by %s comes to an app that calls without end in onSuspend',
    async (signal) => {
      const endless = `${common}
        const store = () => chrome.storage.local.set({ at: performance.now() }, store)
        chrome.runtime.onSuspend.addListener(store)`
      const app = await launch(write(endless))
      await waitFor(app, 'window')
      app.app.process().kill(signal)
      expect(await app.ended).toBe(0)
    },
  )

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'by %s waits for what the app stores in onSuspend',
    async (signal) => {
      const folder = write(writesAtTheEnd)
      const app = await launch(folder)
      await waitFor(app, 'window')
      app.app.process().kill(signal)
      expect(await app.ended).toBe(0)
      expect(await readStart(folder, 'count 50')).toContain('count 50')
    },
  )

  it.each(['SIGHUP', 'SIGINT', 'SIGTERM'] as const)(
    'by %s is the same where that comes again: of Ctrl+C tell the terminal and whoever has started the program',
    async (signal) => {
      const told = "chrome.runtime.onSuspend.addListener(() => record.push('suspending'))"
      const folder = write(`${callsAtTheEnd('chrome.storage.local.set({ i }, next)')}\n${told}`)
      const app = await launch(folder)
      await waitFor(app, 'window')
      app.app.process().kill(signal)
      await waitFor(app, 'suspending')
      app.app.process().kill(signal)
      expect(await app.ended).toBe(0)
      expect(await readStart(folder, 'done true')).toContain('done true')
    },
  )

  it('comes with the last window, and tells the app', async () => {
    const folder = write(writesAtTheEnd)
    const app = await launch(folder)
    await waitFor(app, 'window')
    await app.windows()[0]?.evaluate(() => window.close())
    expect(await app.ended).toBe(0)
    expect(await readStart(folder, 'count 50')).toContain('count 50')
  })

  it('is put off by a window that onSuspend opens', async () => {
    const app = await launch(write(`${common}\nchrome.runtime.onSuspend.addListener(() => create({}))`))
    await waitFor(app, 'window')
    await app.windows()[0]?.evaluate(() => window.close())
    await waitFor(app, 'onSuspendCanceled')
    await until('another window', () => app.windows().length === 1)
  })

  it('comes with the background page, if that closes itself', async () => {
    const app = await launch(write(common))
    await waitFor(app, 'window')
    await app.background.evaluate(() => window.close())
    expect(await app.ended).toBe(0)
  })
})
