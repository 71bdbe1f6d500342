import { expect, it } from 'vitest'
import { MenusOfViews } from '../../../../../src/main/chrome-app/guests/menus-of-views.ts'
import type { Page } from '../../../../../src/main/page/page.ts'
import { expectLimitToComeBack } from '../../../../support/limits.ts'

const page = { windowId: 1 } as Page
const other = { windowId: 2 } as Page

it('the menus of all elements have a thousand items, which come back with their page', async () => {
  const menus = new MenusOfViews()
  let made = 0
  await expectLimitToComeBack({
    limit: 1000,
    take: () => {
      made += 1
      return menus.change(page, made % 7, (items) => items.create({ id: made, title: 'x' })) === undefined
    },
    giveBack: () => menus.forget(page),
  })
})

it('the items of an element are its own, and those of its page', () => {
  const menus = new MenusOfViews()
  const create = (whose: Page, viewId: number): unknown =>
    menus.change(whose, viewId, (items) => items.create({ id: 'a', title: String(viewId) }))
  expect([create(page, 1), create(page, 2), create(other, 1)]).toEqual([undefined, undefined, undefined])
  expect(create(page, 1)).toContain('duplicate')
  menus.change(page, 1, (items) => items.removeAll())
  expect(menus.find(page, 1)).toBeUndefined()
  menus.forget(other)
  expect(menus.find(other, 1)).toBeUndefined()
  expect(menus.find(page, 2)?.list).toEqual([{ id: 'a', title: '2' }])
})
