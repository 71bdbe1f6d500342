import type { WebContents } from 'electron'

/** Characters of what a script comes to, as JSON. */
const maxResult = 4 * 1024 * 1024

function write(result: unknown): string {
  const text = JSON.stringify(result) ?? 'null'
  return text.length > maxResult ? 'null' : text
}

/** What scripts in a guest come to: nothing any more, once its page has gone. */
export class Results {
  readonly #waiting = new Set<() => void>()

  constructor(contents: WebContents) {
    const end = (): void => {
      for (const giveUp of this.#waiting) giveUp()
    }
    contents.once('destroyed', end)
    contents.on('render-process-gone', end)
  }

  collect(result: Promise<unknown>): Promise<string> {
    return new Promise((resolve) => {
      const finish = (value: unknown): void => {
        this.#waiting.delete(giveUp)
        resolve(write([value]))
      }
      const giveUp = (): void => finish(null)
      this.#waiting.add(giveUp)
      result.then(finish, giveUp)
    })
  }
}
