import { setImmediate as waitForTurn } from 'node:timers/promises'

/** Works that are dropped in one turn of the event loop: there may be hundreds of thousands. */
const dropsPerTurn = 1000

/** Who asked for something has gone before it was begun: nobody hears what becomes of it. */
export class AskerGone extends Error {}

export const gone = new AskerGone('the page has gone')

interface Work {
  readonly asker: object
  /** Resolves when the next one may begin. */
  readonly begin: () => Promise<unknown> | undefined
  readonly drop: () => void
}

/** When the next one may begin: undefined for at once. */
type Hold = (result: Promise<unknown>) => Promise<unknown> | undefined

/** What pages have asked for, one thing after the other. Of a page that goes nothing more is begun. */
export class TurnQueue {
  readonly #waiting = new Set<Work>()
  #isUnderWay = false

  /** What it comes to; rejects with {@link AskerGone} when it is not begun any more. */
  do<T>(asker: object, act: () => Promise<T>, hold: Hold = (result) => result): Promise<T> {
    return new Promise((resolve, reject) => {
      const begin = (): Promise<unknown> | undefined => {
        const result = (async () => act())()
        resolve(result)
        return hold(result)
      }
      this.#waiting.add({ asker, begin, drop: () => reject(gone) })
      if (!this.#isUnderWay) void this.#goOn()
    })
  }

  /** A page has gone, or all of them. */
  forget(asker?: object): void {
    const dropped = [...this.#waiting].filter((work) => asker === undefined || work.asker === asker)
    for (const work of dropped) this.#waiting.delete(work)
    void dropInTurns(dropped)
  }

  async #goOn(): Promise<void> {
    this.#isUnderWay = true
    for (const work of this.#waiting) {
      this.#waiting.delete(work)
      try {
        await work.begin()
      } catch {
        // Whoever asked for it is told.
      }
    }
    this.#isUnderWay = false
  }
}

async function dropInTurns(dropped: readonly Work[]): Promise<void> {
  for (let at = 0; at < dropped.length; at += dropsPerTurn) {
    if (at > 0) await waitForTurn()
    for (const { drop } of dropped.slice(at, at + dropsPerTurn)) drop()
  }
}
