import type { EventName } from '../../renderer-types/contract/index.ts'
import type { EventPayload } from '../../renderer-types/infer.ts'
import type { AnyEventName } from '../../renderer-types/wire.ts'
import type { Page } from '../page/page.ts'

/** Milliseconds that a listener may be on its way: what a page says can be slower than what a peer does. */
const lateness = 100

interface LateEvent {
  readonly event: EventName
  readonly emit: () => void
}

/** The pages of one app. An event goes to those that listen to it. */
export class Audience {
  readonly #pages = new Set<Page>()
  readonly #late = new Set<LateEvent>()
  /** Found anew when a page comes, goes or changes its mind. */
  readonly #listeners = new Map<AnyEventName, readonly Page[]>()

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

  /** With its last page goes what waits for a listener: who comes later has no business with it. */
  remove(page: Page): boolean {
    this.#listeners.clear()
    const isRemoved = this.#pages.delete(page)
    if (this.isEmpty) this.#late.clear()
    return isRemoved
  }

  setInterest(page: Page, event: AnyEventName, listening: boolean): void {
    page.setInterest(event, listening)
    this.#listeners.clear()
  }

  /** The pages that listen to an event; one that takes nothing any more, and has no room, does not hold up the others. */
  of(event: AnyEventName, hasRoom: (page: Page) => boolean = (page) => !page.isFull): readonly Page[] {
    const pages = this.#find(event)
    if (pages.length < 2) return pages
    const awake = pages.filter((page) => !page.isStuck || hasRoom(page))
    return awake.length === 0 ? pages : awake
  }

  emit<E extends EventName>(event: E, payload: EventPayload<E>): void {
    for (const page of this.of(event)) page.postEvent({ kind: 'event', event, payload })
  }

  /** The same, but where no page listens it waits for a moment. Afterwards it is lost, as in Chrome. */
  emitPatiently<E extends EventName>(event: E, payload: EventPayload<E>): void {
    const late = { event, emit: () => this.emit(event, payload) }
    if (this.#find(event).length > 0) return late.emit()
    this.#late.add(late)
    setTimeout(() => this.#late.delete(late), lateness).unref()
  }

  /** To be called when a page has begun to listen. */
  emitLate(): void {
    for (const late of this.#late)
      if (this.#find(late.event).length > 0 && this.#late.delete(late)) late.emit()
  }

  #find(event: AnyEventName): readonly Page[] {
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
