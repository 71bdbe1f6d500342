import type { WebContents } from 'electron'

/** Milliseconds in which a page that is on its way must come, or not. */
const patience = 5000

/**
 * Pages that a guest is on its way to. One that another process has loaded already comes although the guest is stopped, and
 * Electron ends the whole program where it comes to a guest whose process has gone in the meantime: it gives such a guest the
 * focus, which no guest can have.
 */
export class Comings {
  readonly #contents: WebContents
  readonly #canCancel: () => boolean
  #count = 0
  #isCancelling = false
  #waiting: ((hasCome: boolean) => void) | undefined

  constructor(contents: WebContents, canCancel: () => boolean) {
    this.#contents = contents
    this.#canCancel = canCancel
    contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) this.#count += 1
    })
    contents.on('did-navigate', () => this.#end())
    contents.on('did-fail-provisional-load', (_event, _code, _description, _url, isMainFrame) => {
      if (isMainFrame) this.#end()
    })
  }

  /** What the guest is told meanwhile is no page's doing. */
  get isCancelling(): boolean {
    return this.#isCancelling
  }

  /** The process has gone, and none is to come any more: the guest is told to go elsewhere, and not to. */
  cancel(load: WebContents['loadURL']): void {
    if (this.#count === 0 || !this.#canCancel()) return
    this.#isCancelling = true
    load('data:,').catch(() => {})
    this.#contents.stop()
    this.#isCancelling = false
  }

  /**
   * Calls back when none is on its way any more, with false where that takes too long. Where it can be cancelled it may come
   * meanwhile all the same: calls back at once, and again for each that comes.
   */
  settle(act: (hasSettled: boolean) => void): void {
    if (this.#canCancel()) {
      this.#contents.on('did-navigate', () => setImmediate(act, true))
      return act(true)
    }
    if (this.#count === 0) return act(true)
    const timer = setTimeout(() => this.#tell(false), patience)
    this.#waiting = (hasSettled) => {
      clearTimeout(timer)
      // What tells of a page must be over before anything is done to it.
      setImmediate(act, hasSettled)
    }
  }

  #end(): void {
    this.#count = Math.max(0, this.#count - 1)
    if (this.#count === 0) this.#tell(true)
  }

  #tell(hasSettled: boolean): void {
    const waiting = this.#waiting
    this.#waiting = undefined
    waiting?.(hasSettled)
  }
}
