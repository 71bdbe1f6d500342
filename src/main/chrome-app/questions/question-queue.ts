import { AskerGone, TurnQueue } from '../turn-queue.ts'

/** Questions of one app that are open or wait for their turn. Chrome has no limit. */
const most = 16

/** The user is asked one thing at a time. What is too much is not asked: to that the answer is no. */
export class QuestionQueue {
  readonly #queue = new TurnQueue()
  #count = 0

  async ask<T>(asker: object, no: T, ask: () => Promise<T>): Promise<T> {
    if (this.#count >= most) return no
    this.#count += 1
    try {
      return await this.#queue.do(asker, ask)
    } catch (error) {
      if (error instanceof AskerGone) return no
      throw error
    } finally {
      this.#count -= 1
    }
  }

  /** The page has gone: what it has not asked yet is not asked. */
  forget(asker: object): void {
    this.#queue.forget(asker)
  }
}
