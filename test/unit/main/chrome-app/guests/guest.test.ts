import { EventEmitter } from 'node:events'
import type { WebContents } from 'electron'
import { expect, it, vi } from 'vitest'
import { Guest } from '../../../../../src/main/chrome-app/guests/guest.ts'
import { LoadQueue } from '../../../../../src/main/chrome-app/guests/load-queue.ts'

it('a guest whose process has gone is taken out of its frame in that moment, and shows nothing more', async () => {
  const load = vi.fn(() => Promise.resolve())
  const done: string[] = []
  const note = (name: string) => (): unknown => done.push(name)
  const contents = Object.assign(new EventEmitter(), {
    close: note('close'),
    detachFromOuterFrame: note('detach'),
    isDestroyed: () => false,
    loadURL: load,
    setWindowOpenHandler: () => {},
    stop: note('stop'),
  })
  const guest = new Guest(contents as unknown as WebContents, new LoadQueue(), () => {})
  guest.start()
  contents.emit('render-process-gone')
  expect([done, guest.hasGone]).toEqual([['stop', 'detach'], true])
  await Reflect.apply(contents.loadURL, contents, ['http://a.test/'])
  guest.showData('data:,x', 'http://a.test/')
  expect(load).not.toHaveBeenCalled()
  await new Promise((resolve) => {
    setImmediate(resolve)
  })
  expect(done).toEqual(['stop', 'detach', 'close'])
  contents.emit('destroyed')
})

it('a guest that is stopped does not begin what waits for the loads of others', async () => {
  const loads = new LoadQueue()
  const ends: (() => void)[] = []
  for (let id = 1; id <= 4; id += 1) loads.add(-id, () => new Promise((resolve) => void ends.push(resolve)))
  const load = vi.fn(() => Promise.resolve())
  const contents = Object.assign(new EventEmitter(), {
    id: 1,
    loadURL: load,
    setWindowOpenHandler: () => {},
    stop: () => {},
  })
  const guest = new Guest(contents as unknown as WebContents, loads, () => {})
  guest.start()
  await Reflect.apply(contents.loadURL, contents, ['http://a.test/'])
  guest.stop()
  for (const end of ends) end()
  await new Promise((resolve) => {
    setImmediate(resolve)
  })
  expect(load).not.toHaveBeenCalled()
  guest.showData('data:,x', 'http://a.test/')
  expect(load).toHaveBeenCalledOnce()
  contents.emit('destroyed')
})
