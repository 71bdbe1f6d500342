import type { Page } from '../../page/page.ts'
import { createMenuBudget, MenuItems } from '../menus/menu-items.ts'

/** What the pages of an app have put into the menus of their `<webview>`s, by the numbers that these have in their page. */
export class MenusOfViews {
  readonly #budget = createMenuBudget()
  readonly #pages = new Map<Page, Map<number, MenuItems>>()

  /** Of an element that has nothing, nothing is kept. */
  change<T>(page: Page, viewId: number, act: (items: MenuItems) => T): T {
    const views = this.#pages.get(page) ?? new Map<number, MenuItems>()
    const items = views.get(viewId) ?? new MenuItems(this.#budget)
    const result = act(items)
    if (items.isEmpty) views.delete(viewId)
    else views.set(viewId, items)
    if (views.size === 0) this.#pages.delete(page)
    else this.#pages.set(page, views)
    return result
  }

  find(page: Page, viewId: number): MenuItems | undefined {
    return this.#pages.get(page)?.get(viewId)
  }

  /** The page has gone. */
  forget(page: Page): void {
    for (const items of this.#pages.get(page)?.values() ?? []) items.removeAll()
    this.#pages.delete(page)
  }
}
