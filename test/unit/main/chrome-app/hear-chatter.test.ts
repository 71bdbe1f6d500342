import { EventEmitter } from 'node:events'
import type { WebContents } from 'electron'
import { afterEach, expect, it, vi } from 'vitest'
import { Chatter } from '../../../../src/main/chrome-app/chatter.ts'
import { createChatter, hearChatter } from '../../../../src/main/chrome-app/hear-chatter.ts'

afterEach(() => void vi.restoreAllMocks())

it('a page may have more icons than a call has arguments', () => {
  const contents = new EventEmitter()
  const ended: unknown[] = []
  const nobody = { isEmpty: true, add: () => {} }
  hearChatter(contents as unknown as WebContents, new Chatter((talker) => ended.push(talker), nobody))
  contents.emit(
    'page-favicon-updated',
    {},
    Array.from({ length: 1_000_000 }, () => '12345678901'),
  )
  expect(ended).toEqual([contents])
})

it('a page is ended that moves its window without end: each time is four lines', () => {
  const contents = new EventEmitter()
  const ended: unknown[] = []
  const nobody = { isEmpty: true, add: () => {} }
  hearChatter(
    contents as unknown as WebContents,
    new Chatter(
      (talker) => ended.push(talker),
      nobody,
      () => 0,
    ),
  )
  for (let i = 0; i < 2500; i += 1) contents.emit('content-bounds-updated', {}, {})
  expect(ended).toEqual([])
  contents.emit('content-bounds-updated', {}, {})
  expect(ended).toEqual([contents])
})

it.each([
  [
    'of its frames, too',
    { framesInSubtree: [{ osProcessId: 7 }, { osProcessId: 8 }, { osProcessId: 8 }] },
    [7, 8],
  ],
  ['its own, where it has gone', undefined, [7]],
])('a loud page has its processes stopped: %s', (_what, mainFrame, stopped) => {
  vi.useFakeTimers()
  const said: unknown[] = []
  vi.spyOn(process, 'kill').mockImplementation((pid, signal) => {
    said.push([pid, signal])
    return true
  })
  const own = { getOSProcessId: () => 7, isDestroyed: () => false, mainFrame }
  const contents = Object.assign(new EventEmitter(), own) as unknown as WebContents
  const chatter = createChatter({ error: () => {}, warn: () => {} }, () => {})
  for (let i = 0; i < 1000; i += 1) chatter.charge(contents, 0)
  expect(said).toEqual(stopped.map((pid) => [pid, 'SIGSTOP']))
  vi.runAllTimers()
  vi.useRealTimers()
})

it.each([
  ['its page anew', { initiator: {}, isMainFrame: true, isSameDocument: false }, 125],
  ['a frame anew', { initiator: {}, isMainFrame: false, isSameDocument: false }, 1249],
  ['another place in its page', { initiator: {}, isMainFrame: true, isSameDocument: true }, 1249],
])('a page is ended that loads %s without end, whatever else its page weighs', (_what, details, most) => {
  const contents = new EventEmitter()
  const ended: unknown[] = []
  const nobody = { isEmpty: true, add: () => {} }
  const chatter = new Chatter<WebContents>(
    (talker) => ended.push(talker),
    nobody,
    () => 0,
  )
  hearChatter(contents as unknown as WebContents, chatter, 0)
  for (let i = 0; i < most; i += 1) contents.emit('did-start-navigation', { ...details, url: 'data:,' })
  expect(ended).toEqual([])
  for (let i = 0; i < 2; i += 1) contents.emit('did-start-navigation', { ...details, url: 'data:,' })
  expect(ended).toEqual([contents])
})

it('a page that goes to long addresses is charged for their characters, once', () => {
  const contents = new EventEmitter()
  const ended: unknown[] = []
  const nobody = { isEmpty: true, add: () => {} }
  const chatter = new Chatter<WebContents>(
    (talker) => ended.push(talker),
    nobody,
    () => 0,
  )
  hearChatter(contents as unknown as WebContents, chatter)
  const long = { initiator: {}, isMainFrame: true, isSameDocument: false, url: 'x'.repeat(919_000) }
  for (let i = 0; i < 10; i += 1) contents.emit('did-start-navigation', long)
  expect(ended).toEqual([])
  contents.emit('did-start-navigation', long)
  expect(ended).toEqual([contents])
})

it('what an app shows in a guest is not charged: the loads of guests wait for one another', () => {
  const contents = new EventEmitter()
  const ended: unknown[] = []
  const nobody = { isEmpty: true, add: () => {} }
  const chatter = new Chatter<WebContents>(
    (talker) => ended.push(talker),
    nobody,
    () => 0,
  )
  hearChatter(contents as unknown as WebContents, chatter)
  const shown = { isMainFrame: true, isSameDocument: false, url: 'x'.repeat(100_000_000) }
  contents.emit('did-start-navigation', { ...shown, initiator: null })
  expect(ended).toEqual([])
  contents.emit('did-start-navigation', { ...shown, initiator: {} })
  expect(ended).toEqual([contents])
})
