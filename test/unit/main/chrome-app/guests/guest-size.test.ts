import { EventEmitter } from 'node:events'
import type { WebContents } from 'electron'
import { expect, it } from 'vitest'
import { GuestSize } from '../../../../../src/main/chrome-app/guests/guest-size.ts'

it('a guest tells its size while its page wants to know it, and not that of a picture', () => {
  const contents = new EventEmitter()
  const told: unknown[] = []
  const size = new GuestSize(contents as unknown as WebContents, (...news) => told.push(news))
  const change = (width: number, height: number): unknown =>
    contents.emit('preferred-size-changed', {}, { width, height })
  change(10, 20)
  expect(told).toEqual([])
  size.follow(true)
  change(0, 0)
  change(30, 40)
  size.follow(false)
  change(50, 60)
  expect(told).toEqual([
    ['preferredsize', { width: 10, height: 20 }],
    ['preferredsize', { width: 30, height: 40 }],
  ])
})
