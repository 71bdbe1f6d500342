import { EventEmitter } from 'node:events'
import type { WebContents } from 'electron'
import { afterEach, expect, it, vi } from 'vitest'
import { Guests } from '../../../../../src/main/chrome-app/guests/guests.ts'
import type { Partition } from '../../../../../src/main/chrome-app/guests/prepare-session.ts'
import type { ChromeApp } from '../../../../../src/main/chrome-app/manifest/read-app.ts'
import { expectLimitToComeBack } from '../../../../support/limits.ts'
import { takeTurns } from '../../../../support/until.ts'

const program = vi.hoisted(() => ({ value: {} as EventEmitter }))
vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events')
  program.value = new Emitter()
  return { app: program.value, session: {} }
})
const ended: number[] = []
const session = {}
let noteAsked: Partition['noteAsked']
vi.mock('../../../../../src/main/ipc/end-renderer.ts', () => ({
  endRenderer: ({ pid }: { pid: number }) => void ended.push(pid),
}))
const followed: [string, unknown][] = []
vi.mock('../../../../../src/main/chrome-app/stalls/follow-pages.ts', () => ({
  followPage: (contents: unknown) => void followed.push(['page', contents]),
  followGuest: (contents: unknown) => void followed.push(['guest', contents]),
  isStoppedByWatch: () => false,
}))
vi.mock('../../../../../src/main/chrome-app/guests/guest.ts', () => ({
  Guest: class {
    readonly contents: unknown
    constructor(contents: unknown) {
      this.contents = contents
    }
    terminate(end: () => void): void {
      end()
    }
  },
}))
vi.mock('../../../../../src/main/chrome-app/guests/navigation-switches.ts', () => ({
  canCancel: () => false,
}))
vi.mock('../../../../../src/main/chrome-app/guests/guest-preload.ts', () => ({ findGuestPreload: () => '' }))
vi.mock('../../../../../src/main/chrome-app/guests/guard-element.ts', () => ({ guardElement: () => {} }))
vi.mock('../../../../../src/main/chrome-app/guests/cut-forwarding.ts', () => ({ cutForwarding: () => {} }))
vi.mock('../../../../../src/main/chrome-app/guests/guest-sessions.ts', () => ({
  GuestSessions: class {
    constructor(_id: string, prepare: (own: object, name: string) => void) {
      prepare(session, '')
    }
    open(): object {
      return session
    }
  },
}))
vi.mock('../../../../../src/main/chrome-app/guests/prepare-session.ts', () => ({
  prepareSession: (_own: object, partition: Partition) => void (noteAsked = partition.noteAsked),
}))

afterEach(() => vi.restoreAllMocks())

it('a guest that has gone gives its place to another one, of which there are 64; what is more is logged once', async () => {
  let now = performance.now()
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 60_000))
  const app = { manifest: { id: 'id' }, sandboxedPages: [] } as unknown as ChromeApp
  const warnings: string[] = []
  const logger = { error: () => {}, warn: (line: string) => void warnings.push(line) }
  const guests = new Guests(app, new Set(), logger, () => AbortSignal.abort())
  const host = new EventEmitter()
  guests.serve(host as unknown as WebContents, () => true)
  const attach = (): EventEmitter | undefined => {
    let isTaken = true
    host.emit('will-attach-webview', { preventDefault: () => (isTaken = false) }, {}, {})
    if (!isTaken) return undefined
    const contents = Object.assign(new EventEmitter(), { id: now })
    program.value.emit('web-contents-created', {}, contents)
    return contents
  }
  let all: EventEmitter[] = []
  await expectLimitToComeBack({
    limit: 64,
    take: () => {
      const contents = attach()
      if (contents !== undefined) all.push(contents)
      return contents !== undefined
    },
    giveBack: () => {
      for (const contents of all) contents.emit('destroyed')
      all = []
    },
  })
  expect(warnings).toEqual([
    'electron-chrome-sockets: the app has more guests, or partitions of guests, than it may have: an element shows ' +
      'nothing; this is not reported again',
  ])
})

it('the app\u2019s own page and a guest that say too much are ended, which is logged once', async () => {
  const app = { manifest: { id: 'id' }, sandboxedPages: [] } as unknown as ChromeApp
  const logged: string[] = []
  const logger = { error: vi.fn(), warn: (line: string) => logged.push(line) }
  const guests = new Guests(app, new Set(), logger, () => AbortSignal.abort())
  const create = (id: number): EventEmitter =>
    Object.assign(new EventEmitter(), { id, isDestroyed: () => false, getOSProcessId: () => 1000 + id })
  vi.spyOn(process, 'kill').mockReturnValue(true)
  ended.length = 0
  const host = create(1)
  guests.serve(host as unknown as WebContents, () => true)
  host.emit('will-attach-webview', { preventDefault: () => {} }, {}, {})
  const guest = create(2)
  program.value.emit('web-contents-created', {}, guest)
  expect(followed.slice(-2)).toEqual([
    ['page', host],
    ['guest', guest],
  ])
  const long = 'x'.repeat(100_000_000)
  host.emit('page-title-updated', {}, 'title')
  host.emit('page-favicon-updated', {}, ['a', 'b'])
  guest.emit('did-change-theme-color', {}, '#ffffff')
  expect(ended).toEqual([])
  guest.emit('console-message', {}, 1, long, 1, '')
  // Electron ends the program where a guest is stopped while it still tells of it.
  expect(ended).toEqual([])
  host.emit('page-favicon-updated', {}, ['', long])
  expect(ended).toEqual([1001])
  await takeTurns(1)
  expect(ended).toEqual([1001, 1002])
  expect(logged).toHaveLength(1)
})

it('who asks for permissions without end is ended, whosever page it is', async () => {
  const app = { manifest: { id: 'id' }, sandboxedPages: [] } as unknown as ChromeApp
  const guests = new Guests(app, new Set(), { error: () => {}, warn: () => {} }, () => AbortSignal.abort())
  vi.spyOn(process, 'kill').mockReturnValue(true)
  vi.spyOn(performance, 'now').mockReturnValue(1e9)
  ended.length = 0
  const create = (id: number, url: string, own: object): WebContents =>
    Object.assign(new EventEmitter(), {
      id,
      session: own,
      getURL: () => url,
      isDestroyed: () => false,
      getOSProcessId: () => 1000 + id,
    }) as unknown as WebContents
  const host = create(1, 'chrome-app://id/', {})
  guests.serve(host, () => true)
  const add = (id: number, url: string, own: object): WebContents => {
    host.emit('will-attach-webview', { preventDefault: () => {} }, {}, {})
    const contents = create(id, url, own)
    program.value.emit('web-contents-created', {}, contents)
    return contents
  }
  const top = add(2, 'http://a.test/', session)
  add(3, 'http://b.test/page', session)
  add(4, 'http://b.test/page', {})
  for (let i = 0; i < 2501; i += 1) noteAsked('geolocation', top)
  await takeTurns(1)
  expect(ended).toEqual([1002])
  for (let i = 0; i < 2501; i += 1) noteAsked('geolocation', null, 'http://b.test/')
  await takeTurns(1)
  expect(ended).toEqual([1002, 1003])
  for (let i = 0; i < 1250; i += 1) guests.noteAskedByPage(host, 'geolocation')
  for (let i = 0; i < 125; i += 1) guests.noteAskedByPage(host, 'clipboard-sanitized-write')
  noteAsked('geolocation', null)
  expect(ended).toEqual([1002, 1003])
  guests.noteAskedByPage(host, 'geolocation')
  expect(ended).toEqual([1002, 1003, 1001])
})
