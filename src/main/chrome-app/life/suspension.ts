/** Milliseconds that an app has for its last moment: as in Chrome. */
const lastMoment = 5000

export interface SuspensionHost {
  /** Tells the pages that the end is near; false where there are none. */
  readonly tellSuspending: () => boolean
  readonly raiseSuspendCanceled: () => void
}

/** The last moment of an app. */
export class Suspension {
  readonly #host: SuspensionHost
  #under: Promise<boolean> | undefined
  #settle: (isOver: boolean) => void = () => {}

  constructor(host: SuspensionHost) {
    this.#host = host
  }

  get isUnderWay(): boolean {
    return this.#under !== undefined
  }

  /** True when the pages have done what they wanted to, or have had their time; false when it was canceled. */
  begin(): Promise<boolean> {
    this.#under ??= new Promise((resolve) => {
      const timer = setTimeout(() => resolve(true), lastMoment)
      this.#settle = (isOver) => {
        clearTimeout(timer)
        resolve(isOver)
      }
      if (!this.#host.tellSuspending()) this.#settle(true)
    })
    return this.#under
  }

  /** The pages have done what they wanted to. */
  confirm(): void {
    this.#settle(true)
  }

  /** Something has come in between. */
  cancel(): void {
    if (this.#under === undefined) return
    this.#under = undefined
    this.#settle(false)
    this.#host.raiseSuspendCanceled()
  }
}
