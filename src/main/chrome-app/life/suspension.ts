/** Milliseconds that an app has for its last moment: as in Chrome. */
const lastMoment = 5000

export interface SuspensionHost {
  /** Tells the pages that the end is near, for the nth time; false where there are none. */
  readonly tellSuspending: (round: number) => boolean
  readonly raiseSuspendCanceled: () => void
}

/** The last moment of an app. */
export class Suspension {
  readonly #host: SuspensionHost
  #under: Promise<boolean> | undefined
  /** How often it has begun: an answer may come when another has. */
  #round = 0
  #isConfirmed = false
  /** The program ends for another reason than that the app is idle. */
  #isHurried = false
  #settle: (isOver: boolean) => void = () => {}

  constructor(host: SuspensionHost) {
    this.#host = host
  }

  get isUnderWay(): boolean {
    return this.#under !== undefined
  }

  /** True when the pages have had their time; false when it was canceled. */
  begin(): Promise<boolean> {
    this.#under ??= new Promise((resolve) => {
      this.#isConfirmed = false
      this.#round += 1
      const timer = setTimeout(() => resolve(true), lastMoment)
      this.#settle = (isOver) => {
        clearTimeout(timer)
        resolve(isOver)
      }
      if (!this.#host.tellSuspending(this.#round)) this.#settle(true)
    })
    return this.#under
  }

  /** The same, for no longer than the pages have something to do. */
  hurry(): Promise<boolean> {
    this.#isHurried = true
    const over = this.begin()
    if (this.#isConfirmed) this.#settle(true)
    return over
  }

  /** The pages have nothing to do. An idle app that has heard of its end has all of its time, as in Chrome. */
  confirm(round: number, isHeard: boolean): void {
    if (round !== this.#round) return
    this.#isConfirmed = true
    if (this.#isHurried || !isHeard) this.#settle(true)
  }

  /** There are no pages any more that could have something to do. */
  skip(): void {
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
