import type { WebContents } from 'electron'
import { expect, it } from 'vitest'
import { AppPages } from '../../../../../src/main/chrome-app/pages/app-pages.ts'
import { defaultLimits } from '../../../../../src/main/install/limits.ts'
import { Page } from '../../../../../src/main/page/page.ts'

it('the end of a page is told once it goes, of whatever frame, and of one that was never there', () => {
  const pages = new AppPages()
  const open = (frameId?: number): Page =>
    new Page({ post: () => {}, close: () => {} }, defaultLimits, {
      url: '',
      windowId: 1,
      ...(frameId !== undefined && { frameId }),
    })
  const [page, frame] = [open(), open(2)]
  for (const each of [page, frame]) pages.add(each)
  const ends = [page, frame].map((each) => pages.endOf(each))
  expect(ends.map(({ aborted }) => aborted)).toEqual([false, false])
  pages.remove(frame)
  expect(ends.map(({ aborted }) => aborted)).toEqual([false, true])
  pages.remove(page)
  expect(ends[0]?.aborted).toBe(true)
  expect(pages.endOf(open()).aborted).toBe(true)
})

it('what a page may miss it is not told while it deals with nothing, however often that is', async () => {
  const pages = new AppPages()
  const page = new Page({ post: () => {}, close: () => {} }, defaultLimits, { url: '', windowId: 1 })
  pages.add(page)
  const contents = { id: 1, isDestroyed: () => false } as unknown as WebContents
  const url = 'x'.repeat(2048)
  let told = 0
  const postEvent = page.postEvent.bind(page)
  page.postEvent = (event) => {
    told += 1
    postEvent(event)
  }
  for (let i = 0; i < 20_000; i += 1) {
    pages.hint(contents, 'currentWindow.onStayed', url)
    if (i % 100 === 0) await Promise.resolve()
  }
  expect([page.isFull, told < 20_000]).toEqual([true, true])
  const before = told
  pages.tell(contents, 'currentWindow.onClosing')
  expect(told).toBe(before + 1)
})
