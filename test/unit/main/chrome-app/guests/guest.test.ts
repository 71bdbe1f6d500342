import { EventEmitter } from 'node:events'
import type { WebContents } from 'electron'
import { expect, it, vi } from 'vitest'
import { Guest } from '../../../../../src/main/chrome-app/guests/guest.ts'

vi.mock('electron', () => ({ protocol: { registerSchemesAsPrivileged: () => {} } }))

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
  const guest = new Guest(contents as unknown as WebContents)
  guest.start()
  contents.emit('render-process-gone')
  expect([done, guest.hasGone]).toEqual([['stop', 'detach'], true])
  await Reflect.apply(contents.loadURL, contents, ['http://a.test/'])
  await guest.showData('data:,x', 'http://a.test/')
  expect(load).not.toHaveBeenCalled()
  await new Promise((resolve) => {
    setImmediate(resolve)
  })
  expect(done).toEqual(['stop', 'detach', 'close'])
  contents.emit('destroyed')
})
