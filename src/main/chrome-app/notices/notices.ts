import type { AppArguments } from '../../../renderer-types/contract/apps/index.ts'

export type Notice = AppArguments<'notices', 'show'>[1]

/** What the system shows of a notice: red, green, blue, alpha. */
export interface Picture {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

export interface NoticeEvents {
  readonly onClicked: () => void
  readonly onButtonClicked: (index: number) => void
  /** The user has closed it, or the system. */
  readonly onClosed: () => void
}

/** Something that is shown. */
export interface Shown {
  /** Nothing more is heard of it. */
  readonly close: () => void
}

export interface NoticesHost {
  readonly show: (notice: Notice, picture: Picture | undefined, events: NoticeEvents) => Shown
  readonly raise: (
    event: 'notices.onButtonClicked' | 'notices.onClicked' | 'notices.onClosed',
    ...args: readonly unknown[]
  ) => void
}

/** What is to be shown, or is: always what was said last. */
interface Entry {
  notice: Notice
  picture: Picture | undefined
  shown: Shown | undefined
}

/** Of one app at a time. Chrome has no limit. */
export const maxNotices = 100
/** Notices that are shown at once, and the milliseconds after which there may be one more. */
const burst = 10
const interval = 250

/** The notifications of an app that the system shows. A flood of changes comes to what it comes to in the end. */
export class Notices {
  readonly #host: NoticesHost
  readonly #entries = new Map<string, Entry>()
  /** Those that have changed and are not shown yet. */
  readonly #waiting = new Set<string>()
  #left = burst
  #isRefilling = false

  constructor(host: NoticesHost) {
    this.#host = host
  }

  /** False where there are too many. */
  show(id: string, notice: Notice, picture: Picture | undefined): boolean {
    const known = this.#entries.get(id)
    if (known === undefined && this.#entries.size >= maxNotices) return false
    this.#entries.set(id, { notice, picture, shown: known?.shown })
    this.#waiting.add(id)
    this.#showNext()
    return true
  }

  close(id: string): void {
    this.#entries.get(id)?.shown?.close()
    this.#forget(id)
  }

  closeAll(): void {
    for (const id of this.#entries.keys()) this.close(id)
  }

  #forget(id: string): void {
    this.#entries.delete(id)
    this.#waiting.delete(id)
  }

  #showNext(): void {
    for (const id of this.#waiting) {
      if (this.#left === 0) break
      this.#waiting.delete(id)
      this.#left -= 1
      this.#showOne(id)
    }
    if (this.#left === burst || this.#isRefilling) return
    this.#isRefilling = true
    setTimeout(() => this.#refill(), interval)
  }

  #refill(): void {
    this.#isRefilling = false
    this.#left += 1
    this.#showNext()
  }

  #showOne(id: string): void {
    const entry = this.#entries.get(id)
    if (entry === undefined) return
    entry.shown?.close()
    const { raise, show } = this.#host
    entry.shown = show(entry.notice, entry.picture, {
      onClicked: () => raise('notices.onClicked', id),
      onButtonClicked: (index) => raise('notices.onButtonClicked', id, index),
      onClosed: () => {
        this.#forget(id)
        raise('notices.onClosed', id)
      },
    })
  }
}
