import type { WebContents } from 'electron'
import type { SignalRecord } from '../../../renderer-types/app-wire.ts'
import type { Page } from '../../page/page.ts'

type EventName = SignalRecord['event']

/** The pages of an app that have the API, and what they are told. */
export class AppPages {
  /** By the window that shows them. */
  readonly #pages = new Map<number, Page>()
  /** Those of frames in them. */
  readonly #frames = new Set<Page>()
  readonly #ends = new WeakMap<Page, AbortController>()
  #end = new AbortController()

  add(page: Page): void {
    this.#ends.set(page, new AbortController())
    if (page.frameId === undefined) this.#pages.set(page.windowId, page)
    else this.#frames.add(page)
  }

  remove(page: Page): void {
    this.#frames.delete(page)
    if (this.isShown(page)) this.#pages.delete(page.windowId)
    this.#ends.get(page)?.abort()
  }

  /** Aborted when all go that there are now. */
  get end(): AbortSignal {
    return this.#end.signal
  }

  endAll(): void {
    this.#end.abort()
    this.#end = new AbortController()
  }

  /** Aborted when the page goes. */
  endOf(page: Page): AbortSignal {
    return this.#ends.get(page)?.signal ?? AbortSignal.abort()
  }

  /** Whether it is what its window shows; frames are not. */
  isShown(page: Page): boolean {
    return this.#pages.get(page.windowId) === page
  }

  isOpen(contentsId: number): boolean {
    return this.#pages.has(contentsId)
  }

  /** But for frames. */
  get isEmpty(): boolean {
    return this.#pages.size === 0
  }

  list(): Page[] {
    return [...this.#pages.values(), ...this.#frames]
  }

  /** Tells every page that listens; false where none does. */
  raise(event: EventName, ...args: readonly unknown[]): boolean {
    const listeners = this.list().filter((page) => page.listensTo(event))
    for (const page of listeners) page.postEvent({ kind: 'signal', event, args })
    return listeners.length > 0
  }

  /** False where there is no page to be told. */
  tell(contents: WebContents | undefined, event: EventName, ...args: readonly unknown[]): boolean {
    const page = this.#find(contents)
    page?.postEvent({ kind: 'signal', event, args })
    return page !== undefined
  }

  /** The same, of what a page may miss: one that has yet to deal with much is not told. */
  hint(contents: WebContents | undefined, event: EventName, ...args: readonly unknown[]): void {
    const page = this.#find(contents)
    if (page?.isFull === false) page.postEvent({ kind: 'signal', event, args })
  }

  /** What a window shows. */
  #find(contents: WebContents | undefined): Page | undefined {
    return contents?.isDestroyed() === false ? this.#pages.get(contents.id) : undefined
  }
}
