import { EventEmitter } from 'node:events'
import type { WebContents } from 'electron'
import { expect, it, vi } from 'vitest'
import { Guest } from '../../../../../src/main/chrome-app/guests/guest.ts'
import { LoadQueue } from '../../../../../src/main/chrome-app/guests/load-queue.ts'
import type { Page } from '../../../../../src/main/page/page.ts'
import { editing } from '../../../../support/electron/editing.ts'
import { takeTurns } from '../../../../support/until.ts'

/** A load that is over makes room in the next turn. */
const settle = (): Promise<void> => takeTurns(3)

/** A guest, and what is done to it. */
async function create({ canCancel = false, processId = 1, starts = true } = {}) {
  const done: string[] = []
  const note = (name: string) => (): unknown => done.push(name)
  const load = vi.fn(() => Promise.resolve())
  const contents = Object.assign(new EventEmitter(), {
    ...editing,
    close: note('close'),
    forcefullyCrashRenderer: note('crash'),
    getOSProcessId: () => processId,
    getProcessId: () => 1,
    isDestroyed: () => false,
    loadURL: load,
    mainFrame: { name: '' },
    setWindowOpenHandler: () => {},
    stop: note('stop'),
  })
  const guest = new Guest(
    contents as unknown as WebContents,
    new LoadQueue(),
    () => {},
    () => canCancel,
  )
  if (starts) await guest.start()
  return { contents, done, guest, load }
}

it('a guest whose process has gone is stopped in that moment, and shows nothing more', async () => {
  const { contents, done, guest, load } = await create()
  contents.emit('render-process-gone', {}, { reason: 'crashed' })
  expect([done, guest.hasGone]).toEqual([['stop'], true])
  await Reflect.apply(contents.loadURL, contents, ['http://a.test/'])
  guest.showData('data:,x', 'http://a.test/')
  expect(load).not.toHaveBeenCalled()
  await settle()
  expect(done).toEqual(['stop', 'close'])
  contents.emit('destroyed')
})

it('a guest whose process is ended is as good as gone before', async () => {
  const { contents, done, guest } = await create()
  guest.terminate()
  expect([done, guest.hasGone]).toEqual([['stop', 'crash'], true])
  contents.emit('render-process-gone', {}, { reason: 'crashed' })
  await settle()
  expect(done).toEqual(['stop', 'crash', 'close'])
  contents.emit('destroyed')
})

const start = { isMainFrame: true, isSameDocument: false, url: 'http://a.test/' }

it.each([
  ['has come', 'did-navigate', []],
  ['does not come', 'did-fail-provisional-load', [{}, -3, 'ERR_ABORTED', 'http://a.test/', true]],
])('a guest keeps its process until the page that is on its way %s', async (_, name, args) => {
  const { contents, done, guest } = await create()
  contents.emit('did-start-navigation', start)
  guest.terminate()
  await settle()
  expect([done, guest.hasGone]).toEqual([['stop'], true])
  contents.emit('did-fail-provisional-load', {}, -3, 'ERR_ABORTED', 'http://a.test/', false)
  await settle()
  expect(done).not.toContain('crash')
  contents.emit(name, ...args)
  await settle()
  expect(done).toEqual(['stop', 'crash'])
  contents.emit('destroyed')
})

it('a page that is on its way to a guest whose process goes is cancelled, and nobody is told of it', async () => {
  const { contents, done, guest, load } = await create({ canCancel: true })
  const postEvent = vi.fn()
  guest.attach({ isFull: false, postEvent } as unknown as Page, {})
  load.mockImplementation(async () => void contents.emit('did-start-navigation', { ...start, url: 'data:,' }))
  contents.emit('did-start-navigation', start)
  contents.emit('render-process-gone', {}, { reason: 'crashed' })
  expect([load.mock.calls, done]).toEqual([[['data:,']], ['stop', 'stop']])
  const names = postEvent.mock.calls.map(([{ args }]) => args[1])
  expect(names).toEqual(['loadstart', 'exit'])
  contents.emit('destroyed')
})

it('nothing is cancelled for a guest that no page is on its way to', async () => {
  const { contents, load } = await create({ canCancel: true })
  contents.emit('did-start-navigation', start)
  contents.emit('did-navigate')
  contents.emit('render-process-gone', {}, { reason: 'crashed' })
  expect(load).not.toHaveBeenCalled()
  contents.emit('destroyed')
})

it('a guest whose next page can be cancelled is ended at once, and again where that page has come first', async () => {
  const { contents, done, guest } = await create({ canCancel: true })
  contents.emit('did-start-navigation', start)
  guest.terminate()
  expect(done).toEqual(['stop', 'crash'])
  contents.emit('did-navigate')
  await settle()
  expect(done).toEqual(['stop', 'crash', 'crash'])
  contents.emit('destroyed')
})

it('a guest is closed when the page that is on its way neither comes nor fails', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { contents, done, guest } = await create()
  contents.emit('did-start-navigation', start)
  guest.terminate()
  vi.advanceTimersByTime(5000)
  vi.useRealTimers()
  await settle()
  expect(done).toEqual(['stop', 'close'])
  contents.emit('destroyed')
})

it('a guest that is begun again and again tells everything once', async () => {
  const { contents, guest } = await create()
  const postEvent = vi.fn()
  guest.attach({ isFull: false, postEvent } as unknown as Page, {})
  for (let i = 0; i < 100; i += 1) await guest.start()
  contents.emit('dom-ready')
  expect(postEvent).toHaveBeenCalledTimes(1)
  contents.emit('destroyed')
})

it('a guest without a process cannot lose it', async () => {
  const { contents, done, guest } = await create({ processId: 0 })
  guest.terminate()
  expect([done, guest.hasGone]).toEqual([[], false])
  contents.emit('destroyed')
})

it('a guest goes where its element says, and takes no options of Electron', async () => {
  const { contents, load } = await create()
  await Reflect.apply(contents.loadURL, contents, ['http://a.test/', { httpReferrer: 'http://b.test/' }])
  expect(load.mock.calls).toEqual([['http://a.test/']])
  contents.emit('destroyed')
})

it.each([undefined, null, 1, {}, { href: 'http://a.test/' }])(
  'a guest does not go to %j, early or late',
  async (address) => {
    const { contents, guest, load } = await create({ starts: false })
    const go = async (): Promise<void> => Reflect.apply(contents.loadURL, contents, [address])
    await go().catch(() => {})
    await guest.start()
    await go().catch(() => {})
    expect(load).not.toHaveBeenCalled()
    contents.emit('destroyed')
  },
)

it('a guest that is stopped does not begin what waits for the loads of others', async () => {
  const loads = new LoadQueue()
  const ends: (() => void)[] = []
  for (let id = 1; id <= 2; id += 1) loads.add(-id, () => new Promise((resolve) => void ends.push(resolve)))
  const load = vi.fn(() => Promise.resolve())
  const contents = Object.assign(new EventEmitter(), {
    ...editing,
    getProcessId: () => 1,
    id: 1,
    isDestroyed: () => false,
    loadURL: load,
    navigationHistory: {},
    setWindowOpenHandler: () => {},
    stop: () => {},
  })
  const guest = new Guest(
    contents as unknown as WebContents,
    loads,
    () => {},
    () => false,
  )
  await guest.start()
  await Reflect.apply(contents.loadURL, contents, ['http://a.test/'])
  guest.stop()
  for (const end of ends) end()
  await settle()
  expect(load).not.toHaveBeenCalled()
  guest.showData('data:,x', 'http://a.test/')
  expect(load).toHaveBeenCalledOnce()
  contents.emit('destroyed')
})

/** A guest, and the ends of two loads of others, which are under way. */
async function createBusy() {
  const loads = new LoadQueue()
  const ends: (() => void)[] = []
  for (let id = 1; id <= 2; id += 1) loads.add(-id, () => new Promise((resolve) => void ends.push(resolve)))
  const done: string[] = []
  const contents = Object.assign(new EventEmitter(), {
    ...editing,
    getProcessId: () => 1,
    id: 1,
    isDestroyed: () => false,
    isLoading: () => true,
    loadURL: async (url: string) => void done.push(url),
    mainFrame: { name: '' },
    navigationHistory: {
      canGoToOffset: (offset: number) => Math.abs(offset) <= 3,
      goToOffset: (offset: number) => void done.push(`go ${offset}`),
    },
    reload: () => void done.push('reload'),
    setWindowOpenHandler: () => {},
    stop: () => {},
  })
  const guest = new Guest(
    contents as unknown as WebContents,
    loads,
    () => {},
    () => false,
  )
  await guest.start()
  const endOthers = async (): Promise<void> => {
    for (const end of ends.splice(0)) end()
    await settle()
  }
  return { contents, done, endOthers, guest, loads }
}

it('a guest that is to load its page again waits for the loads of others, and loads it once', async () => {
  const { contents, done, endOthers, guest } = await createBusy()
  for (let i = 0; i < 1000; i += 1) guest.reload()
  expect(done).toEqual([])
  await endOthers()
  expect(done).toEqual(['reload'])
  contents.emit('destroyed')
})

it('a guest waits for the loads of others before it goes back, as far as all that it was told', async () => {
  const { contents, done, endOthers, guest } = await createBusy()
  expect([guest.go(-1), guest.go(-1), guest.go(-2), guest.go(-1)]).toEqual([true, true, false, true])
  expect(done).toEqual([])
  await endOthers()
  expect(done).toEqual(['go -3'])
  expect(guest.go(-3)).toBe(true)
  expect(done).toEqual(['go -3', 'go -3'])
  contents.emit('destroyed')
})

it.each([
  ['is stopped', (guest: Guest) => guest.stop()],
  ['loads its page again', (guest: Guest) => guest.reload()],
])('a guest that %s meanwhile goes from where it is', async (_, act) => {
  const { contents, endOthers, guest } = await createBusy()
  expect(guest.go(-2)).toBe(true)
  act(guest)
  expect(guest.go(-3)).toBe(true)
  await endOthers()
  contents.emit('destroyed')
})

it('a page that a guest goes back to counts as a load until it is there', async () => {
  const { contents, done, endOthers, guest, loads } = await createBusy()
  await endOthers()
  guest.go(-1)
  guest.reload()
  guest.showData('data:,x', 'http://a.test/')
  loads.add(-1, async () => void done.push('another'))
  await settle()
  expect(done).toEqual(['go -1', 'reload'])
  contents.emit('did-stop-loading')
  await settle()
  expect(done).toEqual(['go -1', 'reload', 'data:,x', 'another'])
  contents.emit('destroyed')
})

it('what the script of an app comes to is taken as the text that the guest makes of it, and as nothing else', async () => {
  const { contents, guest } = await create()
  const most = 4 * 1024 * 1024
  const run = vi.fn<(world: number, scripts: object[]) => Promise<unknown>>()
  Object.assign(contents, { executeJavaScriptInIsolatedWorld: run })
  const comesTo = async (result: unknown): Promise<string> => {
    run.mockResolvedValueOnce(result)
    return guest.execute('code')
  }
  expect(await comesTo('["text"]')).toBe('["text"]')
  expect(await comesTo('x'.repeat(most))).toHaveLength(most)
  for (const other of ['x'.repeat(most + 1), [1], { length: 1 }, 1, null, undefined])
    expect(await comesTo(other)).toBe('[null]')
  expect(run.mock.lastCall?.[0]).toBe(999)
  contents.emit('destroyed')
})
