import { EventEmitter } from 'node:events'
import type { WebContents } from 'electron'
import { expect, it, vi } from 'vitest'
import { FindInGuest } from '../../../../../src/main/chrome-app/guests/find-in-guest.ts'

it('a search that ends keeps what it has found, unless its page says otherwise', async () => {
  const stopFindInPage = vi.fn()
  const contents = Object.assign(new EventEmitter(), { findInPage: () => 1, stopFindInPage })
  const search = new FindInGuest(contents as unknown as WebContents, () => {})
  const found = search.find('text')
  search.stop()
  expect(await found).toMatchObject({ canceled: true })
  search.stop('clear')
  expect(stopFindInPage.mock.calls).toEqual([['keepSelection'], ['clearSelection']])
})
