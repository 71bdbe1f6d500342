import { flowControl, itemKinds } from '../../renderer-types/wire.ts'
import type { HeardItem } from '../../renderer-types/wire.ts'
import { Budget } from '../memory/budget.ts'

/** Messages that a page has said and was not told yet that they were dealt with. */
export class Hearing {
  readonly #open = new Budget(flowControl.saidMessages)
  #untold = 0

  /** False where the page should have waited. */
  begin(): boolean {
    return this.#open.take(1)
  }

  end(): void {
    this.#untold += 1
  }

  /** True when the page is to be told even if there is nothing else to tell. */
  get isDue(): boolean {
    return this.#untold >= flowControl.saidMessages / 2
  }

  /** What the page is to be told now. */
  take(): HeardItem | undefined {
    const messages = this.#untold
    if (messages === 0) return undefined
    this.#untold = 0
    this.#open.giveBack(messages)
    return [itemKinds.heard, messages]
  }
}
