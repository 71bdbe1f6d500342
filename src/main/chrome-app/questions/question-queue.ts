/** Questions of one app that are open or wait for their turn. Chrome has no limit. */
const most = 16

/** The user is asked one thing at a time. What is too much is not asked: to that the answer is no. */
export class QuestionQueue {
  #last: Promise<unknown> = Promise.resolve()
  #count = 0

  async ask<T>(no: T, ask: () => Promise<T>): Promise<T> {
    if (this.#count >= most) return no
    this.#count += 1
    const answer = this.#last.then(ask)
    this.#last = answer.catch(() => {})
    try {
      return await answer
    } finally {
      this.#count -= 1
    }
  }
}
