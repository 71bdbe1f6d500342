import type { WindowState } from '../../../renderer-types/app-wire.ts'

/**
 * Milliseconds after the last change at which the page is told, if it was told something else. The system tells of one
 * change in several events: Chrome tells of it about as late as the first of these. Between two requests X11 says for
 * a moment what the window was after the first one, and no event says when that is over.
 */
const looks = [10, 100, 1000]

/** Tells a page what its window is. */
export class StateTeller {
  readonly #read: () => WindowState | undefined
  readonly #tell: (state: WindowState) => boolean
  /** What was told last, as JSON. */
  #told = ''
  #timer: NodeJS.Timeout | undefined

  /** `tell` is false where there is no page to be told. */
  constructor(read: () => WindowState | undefined, tell: (state: WindowState) => boolean) {
    this.#read = read
    this.#tell = tell
  }

  /** A page has come, which was not told what another one was. */
  begin(): void {
    this.#told = ''
    this.note()
  }

  /** Something may have changed. */
  note(): void {
    this.stop()
    this.#look(0)
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  #look(at: number): void {
    if (at === looks.length) return
    this.#timer = setTimeout(() => {
      const state = this.#read()
      if (state === undefined) return
      const text = JSON.stringify(state)
      if (text !== this.#told && this.#tell(state)) this.#told = text
      this.#look(at + 1)
    }, looks[at])
  }
}
