import { EventEmitter } from 'node:events'
import type { WebContents } from 'electron'
import { expect, it, vi } from 'vitest'
import { Guest } from '../../../../../src/main/chrome-app/guests/guest.ts'
import { LoadQueue } from '../../../../../src/main/chrome-app/guests/load-queue.ts'
import { editing } from '../../../../support/electron/editing.ts'

const settle = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve)
  })

/** A guest, and what is done to it. */
async function create({ processId = 1, starts = true } = {}) {
  const done: string[] = []
  const note = (name: string) => (): unknown => done.push(name)
  const load = vi.fn(() => Promise.resolve())
  const contents = Object.assign(new EventEmitter(), {
    ...editing,
    close: note('close'),
    detachFromOuterFrame: note('detach'),
    forcefullyCrashRenderer: note('crash'),
    getOSProcessId: () => processId,
    getProcessId: () => 1,
    isDestroyed: () => false,
    loadURL: load,
    setWindowOpenHandler: () => {},
    stop: note('stop'),
  })
  const guest = new Guest(contents as unknown as WebContents, new LoadQueue(), () => {})
  if (starts) await guest.start()
  return { contents, done, guest, load }
}

it('a guest whose process has gone is taken out of its frame in that moment, and shows nothing more', async () => {
  const { contents, done, guest, load } = await create()
  contents.emit('render-process-gone', {}, { reason: 'crashed' })
  expect([done, guest.hasGone]).toEqual([['stop', 'detach'], true])
  await Reflect.apply(contents.loadURL, contents, ['http://a.test/'])
  guest.showData('data:,x', 'http://a.test/')
  expect(load).not.toHaveBeenCalled()
  await settle()
  expect(done).toEqual(['stop', 'detach', 'close'])
  contents.emit('destroyed')
})

it('a guest whose process is ended is as good as gone before', async () => {
  const { contents, done, guest } = await create()
  guest.terminate()
  expect([done, guest.hasGone]).toEqual([['stop', 'detach', 'crash'], true])
  contents.emit('render-process-gone', {}, { reason: 'crashed' })
  await settle()
  expect(done).toEqual(['stop', 'detach', 'crash', 'close'])
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
  for (let id = 1; id <= 4; id += 1) loads.add(-id, () => new Promise((resolve) => void ends.push(resolve)))
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
  const guest = new Guest(contents as unknown as WebContents, loads, () => {})
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
