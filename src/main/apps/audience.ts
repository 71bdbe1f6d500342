import type { EventName } from '../../renderer-types/contract/index.ts'
import type { EventPayload } from '../../renderer-types/infer.ts'
import type { Stream } from '../../renderer-types/wire.ts'
import type { Page } from './page.ts'

const receiveEvents = { tcp: 'tcp.onReceive', udp: 'udp.onReceive' } as const

/** The pages of one app. An event goes to those that listen to it. */
export class Audience {
  readonly #pages = new Set<Page>()

  get isEmpty(): boolean {
    return this.#pages.size === 0
  }

  has(page: Page): boolean {
    return this.#pages.has(page)
  }

  add(page: Page): void {
    this.#pages.add(page)
  }

  remove(page: Page): boolean {
    return this.#pages.delete(page)
  }

  hears(event: EventName): boolean {
    return this.#listeners(event).length > 0
  }

  emit<E extends EventName>(event: E, payload: EventPayload<E>): void {
    for (const page of this.#listeners(event)) page.post({ kind: 'event', event, payload })
  }

  /** True when somebody listens, and everybody who does has taken enough of what came before. */
  canReceive(stream: Stream, socketId: number): boolean {
    const listeners = this.#listeners(receiveEvents[stream])
    return listeners.length > 0 && listeners.every((page) => page.hasCredit(stream, socketId))
  }

  /** Calls `post` with each page that is to be sent data. */
  forReceivers(stream: Stream, post: (page: Page) => void): void {
    for (const page of this.#listeners(receiveEvents[stream])) post(page)
  }

  /** Says good-bye to all. */
  end(): void {
    for (const page of this.#pages) page.end()
    this.#pages.clear()
  }

  #listeners(event: EventName): Page[] {
    return [...this.#pages].filter((page) => page.listensTo(event))
  }
}
