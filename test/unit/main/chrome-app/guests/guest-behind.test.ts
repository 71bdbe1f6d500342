import { EventEmitter } from 'node:events'
import type { WebContents } from 'electron'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Guest } from '../../../../../src/main/chrome-app/guests/guest.ts'
import { LoadQueue } from '../../../../../src/main/chrome-app/guests/load-queue.ts'
import { Page } from '../../../../../src/main/page/page.ts'
import { flowControl } from '../../../../../src/renderer-types/wire.ts'
import { editing } from '../../../../support/electron/editing.ts'
import { MemoryPort } from '../../../../support/pages/memory-port.ts'
import { createApp } from '../../../../support/pages/test-app.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => void vi.useRealTimers())

function createGuest(): WebContents & EventEmitter {
  const methods = { loadURL: async () => {}, setWindowOpenHandler: () => {}, getProcessId: () => 1 }
  const navigationHistory = {}
  return Object.assign(new EventEmitter(), {
    ...editing,
    id: 7,
    navigationHistory,
    ...methods,
  }) as unknown as WebContents & EventEmitter
}

it('a page that is behind hears that the process of its guest has gone', async () => {
  const contents = Object.assign(createGuest(), {
    close: () => {},
    isDestroyed: () => false,
    stop: () => {},
  })
  const guest = new Guest(
    contents,
    new LoadQueue(),
    () => {},
    () => false,
  )
  const page = new Page(new MemoryPort(), createApp().limits, { url: 'chrome-app://a/', windowId: 1 })
  guest.attach(page, {})
  await guest.start()
  while (guest.raise('consolemessage', { text: 'x'.repeat(100_000) })) await Promise.resolve()
  const told = vi.spyOn(page, 'postEvent')
  const say = (name: string, ...args: unknown[]): boolean =>
    (contents as EventEmitter).emit(name, {}, ...args)
  say('console-message', 1, 'text', 1, '')
  say('render-process-gone', { reason: 'crashed' })
  expect(told.mock.calls).toEqual([[expect.objectContaining({ args: [7, 'exit', expect.any(String)] })]])
  contents.emit('destroyed')
})

it('what a page must hear it is told when it is behind, but not when it deals with nothing', async () => {
  const guest = new Guest(
    createGuest(),
    new LoadQueue(),
    () => {},
    () => false,
  )
  const page = new Page(new MemoryPort(), createApp().limits, { url: 'chrome-app://a/', windowId: 1 })
  guest.attach(page, {})
  const fields = { text: 'x'.repeat(100_000) }
  while (guest.raise('request', fields)) await Promise.resolve()
  expect(page.isFull).toBe(true)
  expect(guest.raise('request', fields, true)).toBe(true)
  vi.advanceTimersByTime(flowControl.patience + 1)
  expect(guest.raise('request', fields, true)).toBe(false)
  page.acknowledge(1000)
  expect(guest.raise('request', fields, true)).toBe(true)
  guest.contents.emit('destroyed')
})
