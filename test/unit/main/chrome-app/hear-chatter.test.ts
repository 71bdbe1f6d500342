import { EventEmitter } from 'node:events'
import type { WebContents } from 'electron'
import { expect, it } from 'vitest'
import { Chatter } from '../../../../src/main/chrome-app/chatter.ts'
import { hearChatter } from '../../../../src/main/chrome-app/hear-chatter.ts'

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
