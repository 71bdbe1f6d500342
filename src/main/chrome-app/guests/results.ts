import type { WebContents } from 'electron'

/** Characters of what a script comes to, as JSON. */
export const maxResult = 4 * 1024 * 1024

/** What scripts in a guest come to: nothing any more, once its page has gone. */
export class Results {
  readonly #waiting = new Set<() => void>()

  constructor(contents: WebContents) {
    const end = (): void => {
      for (const giveUp of this.#waiting) giveUp()
    }
    contents.once('destroyed', end)
    contents.on('did-navigate', end)
    contents.on('render-process-gone', end)
  }

  /** A text of JSON, if it is one that is not too long; else that of null, as in Chrome for what JSON has no words for. */
  async collect(result: Promise<unknown>): Promise<string> {
    const text = await this.wait(result, null)
    return typeof text === 'string' && text.length <= maxResult ? text : '[null]'
  }

  /** What it comes to; `otherwise` where it fails, or never comes. */
  wait<T, U>(result: Promise<T>, otherwise: U): Promise<T | U> {
    return new Promise((resolve) => {
      const finish = (value: T | U): void => {
        this.#waiting.delete(giveUp)
        resolve(value)
      }
      const giveUp = (): void => finish(otherwise)
      this.#waiting.add(giveUp)
      result.then(finish, giveUp)
    })
  }
}
