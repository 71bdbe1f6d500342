import { EventEmitter } from 'node:events'
import type { Session } from 'electron'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type * as mainModule from '../../../../src/main/index.ts'
import type { ChromeSockets, InstallOptions } from '../../../../src/main/types.ts'
import { channels, itemKinds, protocolVersion } from '../../../../src/renderer-types/wire.ts'
import { createCertificates } from '../../../support/sockets/certificates.ts'
import { FakeElectron, FakePort, FakeSession } from '../../../support/electron/fake-electron.ts'
import { RecordingLogger } from '../../../support/pages/recording-logger.ts'
import { until } from '../../../support/until.ts'

const preload = import.meta.filename
const manifest = { sockets: { tcpServer: { listen: '*' } } }
const hello = { protocol: protocolVersion, contextIsolated: true }
const page = 'app://ours/index.html'

let electron: FakeElectron
let main: typeof mainModule
const installed: ChromeSockets[] = []

beforeEach(async () => {
  electron = new FakeElectron()
  vi.resetModules()
  vi.doMock('electron', () => ({
    app: electron.app,
    ipcMain: electron.ipcMain,
    session: electron.session,
    webContents: electron.webContents,
    BrowserWindow: electron.BrowserWindow,
  }))
  main = await import('../../../../src/main/index.ts')
})

afterEach(() => {
  for (const { dispose } of installed.splice(0)) dispose()
  vi.doUnmock('electron')
})

function install(options: Partial<InstallOptions> = {}): ChromeSockets {
  const handle = main.installChromeSockets({
    manifest,
    preload,
    origins: ['app://ours'],
    logger: new RecordingLogger(),
    ...options,
  })
  installed.push(handle)
  return handle
}

const ask = (url = page): unknown => electron.send(channels.hello, url, hello)

interface Ports {
  readonly calls: FakePort
  readonly answers: FakePort
}

function connectAtOnce(): Ports {
  const ports = { calls: new FakePort(), answers: new FakePort() }
  electron.send(channels.connect, page, null, [ports.calls, ports.answers, new FakePort()])
  return ports
}

/** What hears the first page is loaded then. */
async function connect(): Promise<Ports> {
  const ports = connectAtOnce()
  await until('heard', () => ports.calls.started)
  return ports
}

describe('before an installation', () => {
  it('a preload that asks is told what is missing, and does not wait in vain', () => {
    expect(ask()).toEqual({
      granted: false,
      reason: expect.stringMatching(/installChromeSockets\(\) had not been called/),
    })
  })
})

describe('an installation before the app is ready', () => {
  it('registers the preload first of all when the app is ready', () => {
    const seen: number[] = []
    electron.app.on('ready', () => seen.push(electron.defaultSession.scripts.size))
    install()
    expect(electron.defaultSession.scripts.size).toBe(0)
    electron.app.getReady()
    expect(seen).toEqual([1])
    expect([...electron.defaultSession.scripts.values()]).toEqual([{ type: 'frame', filePath: preload }])
  })

  it('that fails then is taken back, and says so', () => {
    install()
    electron.windows.push({ id: 1, session: electron.mainSession, url: page })
    expect(() => electron.app.getReady()).toThrow(/was called after/)
    expect(electron.app.eventNames()).toEqual([])
    expect(ask()).toMatchObject({ granted: false, reason: expect.any(String) })
  })

  it('leaves nothing when it is disposed before', () => {
    install().dispose()
    electron.app.getReady()
    expect(electron.defaultSession.scripts.size).toBe(0)
    expect(electron.app.eventNames()).toEqual([])
  })
})

describe('an installation after the app is ready', () => {
  beforeEach(() => electron.app.getReady())

  it('registers the preload at once and lets pages in', () => {
    install()
    expect(electron.defaultSession.scripts.size).toBe(1)
    expect(ask()).toMatchObject({ granted: true })
    expect(ask('app://other/')).toEqual({ granted: false })
  })

  it('trusts the authorities that it is given', async () => {
    const { App } = await import('../../../../src/main/app/app.ts')
    const addPage = vi.spyOn(App.prototype, 'addPage')
    const { authority } = createCertificates()
    install({ certificateAuthorities: [authority] })
    await connect()
    expect(addPage.mock.contexts).toMatchObject([{ certificateAuthorities: [authority] }])
  })

  it('registers nothing when the app has a preload of its own', () => {
    install({ preload: false })
    expect(electron.defaultSession.scripts.size).toBe(0)
    expect(ask()).toMatchObject({ granted: true })
  })

  it('registers on the sessions that it is given', () => {
    const sessions = [new FakeSession(), new FakeSession()]
    install({ sessions: sessions as unknown as Session[] })
    expect(sessions.map(({ scripts }) => scripts.size)).toEqual([1, 1])
    expect(electron.defaultSession.scripts.size).toBe(0)
    expect(ask()).toEqual({ granted: false })
  })

  it('is refused when a page of the app is there already, and leaves nothing', () => {
    electron.windows.push({ id: 1, session: electron.mainSession, url: page })
    expect(() => install()).toThrow(/was called after app:\/\/ours\/index\.html was loaded/)
    expect(electron.defaultSession.scripts.size).toBe(0)
    expect(ask()).toMatchObject({ granted: false, reason: expect.any(String) })
  })

  it('is refused when another one has its pages, and changes nothing', () => {
    const first = install()
    expect(() => install({ origins: ['app://second', 'app://ours'] })).toThrow(
      'electron-chrome-sockets: pages of app://ours/ belong to another installation already. Call its dispose() first',
    )
    expect(ask()).toMatchObject({ granted: true })
    expect(ask('app://second/')).toEqual({ granted: false })
    expect(electron.defaultSession.scripts.size).toBe(1)
    expect(electron.app.listenerCount('will-quit')).toBe(1)
    first.dispose()
    expect(() => install()).not.toThrow()
  })

  it('that fails in one session is taken back from the others', () => {
    const sessions = [new FakeSession(), new FakeSession(), new FakeSession()]
    vi.spyOn(sessions[1]!, 'registerPreloadScript').mockImplementation(() => {
      throw new Error('no room')
    })
    const before = [...electron.ipcMain.eventNames()]
    expect(() => install({ sessions: sessions as unknown as Session[] })).toThrow('no room')
    expect(sessions.map(({ scripts }) => scripts.size)).toEqual([0, 0, 0])
    expect(electron.app.eventNames()).toEqual([])
    expect(electron.ipcMain.eventNames()).toEqual(before)
    expect(() => install()).not.toThrow()
  })

  it('registers once on a session that is named twice', () => {
    const session = new FakeSession()
    install({ sessions: [session, session] as unknown as Session[] })
    expect(session.scripts.size).toBe(1)
  })

  it('is not refused for the page of a window that was destroyed in the same turn', () => {
    electron.windows.push({ id: 1, session: electron.mainSession, url: page, isLoose: true })
    expect(() => install()).not.toThrow()
  })

  it('is not refused for pages of others', () => {
    const foreign = {} as Session
    electron.windows.push({ id: 1, session: electron.mainSession, url: 'https://other.test/' })
    electron.windows.push({ id: 2, session: electron.mainSession, url: '' })
    electron.windows.push({ id: 3, session: foreign, url: page })
    expect(() => install()).not.toThrow()
  })
})

describe('what serves pages', () => {
  beforeEach(() => electron.app.getReady())

  it('is loaded with the first window, and heard then', async () => {
    install()
    electron.app.emit(
      'web-contents-created',
      {},
      Object.assign(electron.contents, { ipc: new EventEmitter() }),
    )
    const { answers, calls } = await connect()
    calls.emit('message', {
      data: [0, undefined, { kind: 'call', id: 1, method: 'udp.create', args: [undefined] }],
      ports: [],
    })
    await until('answered', () => answers.posted.length > 0)
    expect(answers.posted[0]).toContainEqual([itemKinds.done, 1, { socketId: 1 }])
    // The next page waits for nothing.
    expect(connectAtOnce().calls.started).toBe(true)
  })

  it('is not waited for by a page that has gone meanwhile, or whose installation has', async () => {
    const { dispose } = install()
    const gone = connectAtOnce()
    electron.send(channels.hello, page, hello)
    expect(gone.answers.posted).toEqual([[false, { kind: 'end' }]])
    const left = connectAtOnce()
    dispose()
    expect(left.answers.posted).toEqual([[false, { kind: 'end' }]])
    install()
    await connect()
    expect([gone, left].map(({ calls }) => [calls.closed, calls.started])).toEqual([
      [true, false],
      [true, false],
    ])
  })
})

describe('dispose', () => {
  beforeEach(() => electron.app.getReady())

  it('takes back everything, and ends the pages', async () => {
    const before = electron.ipcMain.eventNames()
    const { dispose } = install()
    const { answers } = await connect()
    dispose()
    expect(answers.posted).toEqual([[false, { kind: 'end' }]])
    expect(answers.closed).toBe(true)
    expect(electron.defaultSession.scripts.size).toBe(0)
    expect(electron.app.eventNames()).toEqual([])
    expect(electron.ipcMain.eventNames()).toEqual(before)
    expect(ask()).toMatchObject({ granted: false })
    expect(dispose).not.toThrow()
  })

  it('takes back what it can when a session is gone', () => {
    const sessions = [new FakeSession(), new FakeSession()]
    const logger = new RecordingLogger()
    const { dispose } = install({ sessions: sessions as unknown as Session[], logger })
    vi.spyOn(sessions[0]!, 'unregisterPreloadScript').mockImplementation(() => {
      throw new Error('no session')
    })
    expect(dispose).not.toThrow()
    expect(sessions[1]?.scripts.size).toBe(0)
    expect(electron.app.eventNames()).toEqual([])
    expect(logger.errors).toMatchObject([[expect.stringContaining('could not take back'), expect.any(Error)]])
  })

  it('comes by itself when the app quits', async () => {
    install()
    const { answers } = await connect()
    electron.app.emit('will-quit')
    expect(answers.closed).toBe(true)
    expect(electron.app.eventNames()).toEqual([])
  })

  it('of one installation leaves the other, and another may follow', () => {
    const first = install()
    install({ origins: ['app://second'] })
    first.dispose()
    expect(ask()).toEqual({ granted: false })
    expect(ask('app://second/')).toMatchObject({ granted: true })
    install()
    expect(ask()).toMatchObject({ granted: true })
    expect(electron.ipcMain.listenerCount(channels.connect)).toBe(1)
  })
})

it('holds the app to the limits that it is given', async () => {
  electron.app.getReady()
  install({ limits: { sockets: 1 } })
  const { answers, calls } = await connect()
  const create = { kind: 'call', method: 'tcp.create', args: [undefined] }
  calls.emit('message', { data: [0, undefined, { ...create, id: 1 }, { ...create, id: 2 }], ports: [] })
  // In one message, or in two where the first call has taken a whole turn.
  const read = (): unknown[] =>
    answers.posted
      .flatMap((message) => (message as unknown[]).slice(1))
      .filter((item) => !Array.isArray(item) || item[0] !== itemKinds.heard)
  await until('answered', () => read().length === 2)
  expect(read()).toEqual([
    [itemKinds.done, 1, { socketId: 1 }],
    { kind: 'failure', id: 2, args: [], error: 'net::ERR_INSUFFICIENT_RESOURCES' },
  ])
})
