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
