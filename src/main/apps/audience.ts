import type { EventName } from '../../renderer-types/contract/index.ts'
import type { EventPayload } from '../../renderer-types/infer.ts'
import type { Page } from './page.ts'

/** The pages of one app. An event goes to those that listen to it. */
export class Audience {
  readonly #pages = new Set<Page>()
  /** Found anew when a page comes, goes or changes its mind. */
  readonly #listeners = new Map<EventName, readonly Page[]>()

  get isEmpty(): boolean {
    return this.#pages.size === 0
  }

  has(page: Page): boolean {
    return this.#pages.has(page)
  }

  add(page: Page): void {
    this.#pages.add(page)
    this.#listeners.clear()
  }

  remove(page: Page): boolean {
    this.#listeners.clear()
    return this.#pages.delete(page)
  }

  setInterest(page: Page, event: EventName, listening: boolean): void {
    page.setInterest(event, listening)
    this.#listeners.clear()
  }

  /** The pages that listen to an event; one that takes nothing any more, and has no room, does not hold up the others. */
  of(event: EventName, hasRoom: (page: Page) => boolean = (page) => !page.isFull): readonly Page[] {
    const pages = this.#find(event)
    if (pages.length < 2) return pages
    const awake = pages.filter((page) => !page.isStuck || hasRoom(page))
    return awake.length === 0 ? pages : awake
  }

  emit<E extends EventName>(event: E, payload: EventPayload<E>): void {
    for (const page of this.of(event)) page.postEvent({ kind: 'event', event, payload })
  }

  #find(event: EventName): readonly Page[] {
    const known = this.#listeners.get(event)
    if (known !== undefined) return known
    const listeners = [...this.#pages].filter((page) => page.listensTo(event))
    this.#listeners.set(event, listeners)
    return listeners
  }

  /** Says good-bye to all. */
  end(): void {
    for (const page of this.#pages) page.end()
    this.#pages.clear()
    this.#listeners.clear()
  }
}
