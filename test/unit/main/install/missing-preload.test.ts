import { EventEmitter } from 'node:events'
import type { Session, WebFrameMain } from 'electron'
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Mock } from 'vitest'
import { parseOrigin } from '../../../../src/main/ipc/origins.ts'
import { Registry } from '../../../../src/main/ipc/registry.ts'
import type { Installation } from '../../../../src/main/ipc/registry.ts'
import type { App } from '../../../../src/main/app/app.ts'
import { channels } from '../../../../src/renderer-types/wire.ts'
import { FakeElectron } from '../../../support/electron/fake-electron.ts'
import { createApp, loggerOf } from '../../../support/pages/test-app.ts'
import { expectLimitToComeBack } from '../../../support/limits.ts'

const electron = new FakeElectron()
const there: Contents[] = []
const frames = new Map<number, WebFrameMain>()
vi.resetModules()
vi.doMock('electron', () => ({
  app: electron.app,
  session: electron.session,
  webContents: { getAllWebContents: () => there },
  webFrameMain: { fromId: (_processId: number, routingId: number) => frames.get(routingId) },
}))
const { watchForMissingPreload } = await import('../../../../src/main/install/missing-preload.ts')

electron.app.getReady()
const main = electron.mainSession
const partition = (storagePath: string | null): Session => ({ storagePath }) as unknown as Session

let registry: Registry
let app: App
let stop: () => void

interface Made {
  readonly session?: Session
  readonly type?: string
  readonly preferences?: unknown
}

type Contents = EventEmitter & { readonly ipc: EventEmitter }

function makeContents({ preferences, session = main, type = 'window' }: Made = {}): Contents {
  const known = preferences === undefined ? {} : { getLastWebPreferences: () => preferences }
  return Object.assign(new EventEmitter(), {
    ipc: new EventEmitter(),
    session,
    getType: () => type,
    ...known,
  })
}

function openWindow(made: Made = {}): Contents {
  const contents = makeContents(made)
  electron.app.emit('web-contents-created', {}, contents)
  return contents
}

const show = (contents: Contents, url: string, isMain = true, routingId = 0): unknown =>
  contents.emit('did-frame-navigate', {}, url, 200, 'OK', isMain, 1, routingId)

/** A frame that Electron knows by a number: what is called when it is loaded again. */
function makeFrame(routingId: number, executeJavaScript = async (): Promise<unknown> => true): Mock {
  const reload = vi.fn<() => void>()
  frames.set(routingId, { executeJavaScript, reload } as unknown as WebFrameMain)
  return reload
}

function add(more: Partial<Installation> = {}): void {
  const includes = (session: Session): boolean => session === main
  registry.add({ app, includes, sessions: undefined, origins: [parseOrigin('app://ours')], ...more })
}

const warnings = (): string[] => loggerOf(app).warnings

beforeEach(() => {
  registry = new Registry()
  app = createApp()
  stop = watchForMissingPreload(registry)
})

afterEach(() => {
  stop()
  app.dispose()
  there.length = 0
  frames.clear()
})

afterAll(() => {
  vi.doUnmock('electron')
})

it.each<[string, Session, string]>([
  ['of a partition', partition('/data/Partitions/mail%20box'), '"persist:mail box"'],
  ['in memory', partition(null), 'one in memory'],
])('a page of the app in a session %s is told of by its name, once', (_what, session, name) => {
  add()
  const window = openWindow({ session })
  for (const path of ['a', 'b']) show(window, `app://ours/${path}`)
  expect(warnings()).toEqual([
    `electron-chrome-sockets: app://ours gets no chrome.sockets: its session, ${name}, is not in the option "sessions"; ` +
      'add the session, or the name of its partition, if the page is yours',
  ])
})

it('the default session is called so', () => {
  add({ includes: () => false, sessions: ['other'] })
  show(openWindow(), 'app://ours/')
  expect(warnings()).toEqual([expect.stringContaining('its session, the default session, is not')])
})

it('a page whose session has lost the preload script is told of', () => {
  add({ hasPreload: () => false })
  show(openWindow(), 'app://ours/')
  expect(warnings()).toEqual([expect.stringContaining('session.setPreloads() after installChromeSockets()')])
})

it('who watches hears each time, with the address', async () => {
  add({ hasPreload: () => false })
  const refused = vi.fn<(refusal: object) => void>()
  app.watch.events.on('refused', refused)
  const window = openWindow()
  for (const path of ['a', 'b']) show(window, `app://ours/${path}`)
  await vi.waitFor(() => expect(refused).toHaveBeenCalledTimes(2))
  expect(refused).toHaveBeenLastCalledWith(expect.objectContaining({ reason: 'page', url: 'app://ours/b' }))
})

it.each<[string, Made, string]>([
  ['a page that has the sockets', {}, 'app://ours/'],
  ['a stranger in a session of its own', { session: partition(null) }, 'https://elsewhere.test/'],
  ['a <webview>', { session: partition(null), type: 'webview' }, 'app://ours/'],
  ['what has no address', { session: partition(null) }, ''],
])('nothing is said of %s', (_what, made, url) => {
  add({ hasPreload: () => true })
  show(openWindow(made), url)
  expect(warnings()).toEqual([])
})

it('a frame is told of where frames are to have sockets and the preload script does not run in them', () => {
  add({ frames: true })
  show(openWindow({ preferences: { nodeIntegrationInSubFrames: false } }), 'app://ours/', false)
  expect(warnings()).toEqual([
    'electron-chrome-sockets: a frame inside of a page, of app://ours gets no chrome.sockets: it is in a frame, where ' +
      'preload scripts run only with "nodeIntegrationInSubFrames: true" in the webPreferences of its window',
  ])
})

it.each<[string, Partial<Installation>, Made, string]>([
  ['an app without frames', {}, { preferences: {} }, 'app://ours/'],
  [
    'a window that runs it',
    { frames: true },
    { preferences: { nodeIntegrationInSubFrames: true } },
    'app://ours/',
  ],
  ['a window that does not say', { frames: true }, {}, 'app://ours/'],
  ['another session', { frames: true }, { preferences: {}, session: partition(null) }, 'app://ours/'],
  ['a stranger', { frames: true }, { preferences: {} }, 'https://elsewhere.test/'],
])('nothing is said of a frame of %s', (_what, more, made, url) => {
  add(more)
  show(openWindow(made), url, false)
  expect(warnings()).toEqual([])
})

const withFrames = { preferences: { nodeIntegrationInSubFrames: true } }
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

it('a frame whose window was looked into before its page came is told of by its address, once of a kind', async () => {
  add({ frames: true })
  const window = openWindow(withFrames)
  const reloads = [1, 2].map((routingId) => makeFrame(routingId))
  for (const id of [1, 2]) show(window, `app://ours/${id}?query`, false, id)
  await settle()
  expect(warnings()).toEqual([
    'electron-chrome-sockets: the frame app://ours/1?query gets no chrome.sockets: its window was looked into before its ' +
      'page came (contentWindow, contentDocument), and Electron runs no preload script in such a window. Look after its ' +
      '"load" event',
  ])
  for (const reload of reloads) expect(reload).not.toHaveBeenCalled()
})

it('a frame of a whole Chrome App is loaded again, once', async () => {
  add({ frames: true, reloadsFrames: true })
  const window = openWindow(withFrames)
  const reload = makeFrame(1)
  for (let times = 0; times < 2; times += 1) {
    show(window, 'app://ours/', false, 1)
    await settle()
  }
  expect(reload).toHaveBeenCalledOnce()
  expect(warnings()).toEqual([])
})

it.each<[string, Partial<Installation>, string, (contents: Contents) => void]>([
  ['says hello', {}, 'app://ours/', ({ ipc }) => ipc.emit(channels.hello, { senderFrame: frames.get(1) })],
  ['has gone', {}, 'app://ours/', () => frames.clear()],
  ['goes away', {}, 'app://ours/', () => makeFrame(1, () => Promise.reject(new Error('gone')))],
  ['is of an app without frames', { frames: false }, 'app://ours/', () => {}],
  ['is a stranger', {}, 'https://elsewhere.test/', () => {}],
  ['has no address', {}, '', () => {}],
])('nothing is said of a frame that %s', async (_what, more, url, prepare) => {
  add({ frames: true, ...more })
  const window = openWindow(withFrames)
  makeFrame(1)
  prepare(window)
  show(window, url, false, 1)
  await settle()
  expect(warnings()).toEqual([])
})

it('of one window no more frames than may have sockets are looked at at a time', async () => {
  add({ frames: true })
  const window = openWindow(withFrames)
  const looks: (() => void)[] = []
  let id = 0
  await expectLimitToComeBack({
    limit: 64,
    take: () => {
      const before = looks.length
      id += 1
      makeFrame(id, () => new Promise((resolve) => looks.push(() => resolve(true))))
      show(window, 'app://ours/', false, id)
      return looks.length > before
    },
    giveBack: async () => {
      for (const look of looks.splice(0)) look()
      await settle()
    },
  })
})

it.each<[string, object]>([
  ['has gone, for newer versions of Electron', { senderFrame: null }],
  ['has gone, for older ones', { senderFrame: undefined }],
  ['nobody knows', {}],
])('a frame that says hello and %s is no exception', (_what, event) => {
  const { ipc } = openWindow(withFrames)
  for (const hello of [undefined, null, {}, 'x', []])
    expect(() => ipc.emit(channels.hello, event, hello)).not.toThrow()
})

it('windows that are there already are watched, and none any more when it is stopped', () => {
  stop()
  const early = makeContents()
  there.push(early)
  stop = watchForMissingPreload(registry)
  add({ hasPreload: () => false })
  const late = openWindow()
  const gone = openWindow()
  gone.emit('destroyed')
  show(early, 'app://ours/')
  expect(warnings()).toHaveLength(1)
  stop()
  expect(
    [early, late].flatMap((contents) => [...contents.eventNames(), ...contents.ipc.eventNames()]),
  ).toEqual([])
  expect(electron.app.listenerCount('web-contents-created')).toBe(0)
})
