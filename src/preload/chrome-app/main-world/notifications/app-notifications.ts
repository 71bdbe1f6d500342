import type { Calls } from '../../../main-world/calls.ts'
import { AnswerQueue } from '../answer-queue.ts'
import type { Options } from './check-options.ts'
import type { Picture } from './load-picture.ts'
import { writeNotice } from './write-notice.ts'

interface Known {
  readonly options: Options
  readonly picture: Picture
}

type Finish = (error: string | undefined) => void

/** The notifications of an app. What they are is JSON of the page that made them: nothing of it is kept. */
export class AppNotifications {
  /** Of all pages of the app. */
  readonly answers = new AnswerQueue()
  readonly #calls: Calls
  readonly #known = new Map<string, Known>()

  /** The background page's calls. */
  constructor(calls: Calls) {
    this.#calls = calls
  }

  get ids(): string[] {
    return [...this.#known.keys()]
  }

  find(id: string): Known | undefined {
    return this.#known.get(id)
  }

  show(id: string, options: Options, picture: Picture, finish: Finish): void {
    const known = { options, picture }
    this.#known.set(id, known)
    const answer = this.answers.add()
    const args = [id, writeNotice(options), picture.bytes, picture.width]
    this.#calls.post('notices.show', args, (_results, error) => {
      if (error !== undefined && this.#known.get(id) === known) this.#known.delete(id)
      answer(() => finish(error))
    })
  }

  /** False where there is none. */
  close(id: string): boolean {
    if (!this.#known.delete(id)) return false
    this.#calls.post('notices.close', [id], () => {})
    return true
  }

  /** The user has closed it. */
  forget(id: string): boolean {
    return this.#known.delete(id)
  }
}
