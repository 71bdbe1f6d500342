import { TurnQueue } from '../turn-queue.ts'

/** Works that go on beside those that follow them. */
const maxLong = 8

/** Does one thing after the other, as Chrome does with the files of an app; what takes long holds nobody up. */
export class WorkQueue {
  readonly #queue = new TurnQueue()
  #long = 0

  do<T>(asker: object, act: () => Promise<T>): Promise<T> {
    return this.#queue.do(asker, act)
  }

  /** It begins in its turn, and others may begin before it is over. */
  begin<T>(asker: object, act: () => Promise<T>): Promise<T> {
    return this.#queue.do(asker, act, (result) => this.#follow(result))
  }

  /** The page has gone: what it has asked for and has not begun does not begin. */
  forget(asker: object): void {
    this.#queue.forget(asker)
  }

  /** Too many hold up the next one. */
  #follow(result: Promise<unknown>): Promise<void> | undefined {
    this.#long += 1
    const settled = settle(result).finally(() => {
      this.#long -= 1
    })
    return this.#long > maxLong ? settled : undefined
  }
}

async function settle(work: Promise<unknown>): Promise<void> {
  try {
    await work
  } catch {
    // Whoever asked for it is told.
  }
}
