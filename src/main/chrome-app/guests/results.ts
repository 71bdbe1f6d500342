import type { WebContents } from 'electron'

/** Characters of what a script comes to, as JSON. */
const maxResult = 4 * 1024 * 1024

/** Null for what JSON has no words for, as in Chrome. */
function write(result: unknown): string {
  try {
    const text = JSON.stringify([result])
    return text.length > maxResult ? '[null]' : text
  } catch {
    return '[null]'
  }
}

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

  async collect(result: Promise<unknown>): Promise<string> {
    return write(await this.wait(result, null))
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
