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
