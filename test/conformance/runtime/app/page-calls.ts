import type { Answer } from '../calls.ts'
import { attempt, awaitCallback, follow } from '../calls.ts'
import type { Loose } from '../loose.ts'
import { Arrivals } from '../waiting.ts'

/** How long an answer may take before it counts as missing. */
const answerLimit = 3000

/** Calls of one page's `chrome`. A method or an event is named by its path: `storage.local.get`. */
export class PageCalls {
  /** Functions that are called when the scenario is over, the last one first. */
  readonly cleanup: (() => unknown)[] = []
  readonly #chrome: Loose

  constructor(page: Window) {
    this.#chrome = Reflect.get(page, 'chrome')
  }

  /** Calls with a callback after the arguments: what the callback was given, what was thrown, or that nothing came. */
  cb(path: string, ...args: unknown[]): Promise<Answer> {
    return this.cbWithin(answerLimit, path, ...args)
  }

  /** The same for calls that are expected not to be answered: waits `ms` only. */
  cbWithin(ms: number, path: string, ...args: unknown[]): Promise<Answer> {
    const readError = (): Loose => this.#chrome.runtime.lastError
    return awaitCallback((callback) => this.#call(path, [...args, callback]), ms, readError)
  }

  /** What becomes of the promise of a call that is made with these very arguments. */
  ask(path: string, ...args: unknown[]): Promise<Answer> {
    return follow(() => this.#call(path, args), answerLimit)
  }

  /** What becomes of the promise a function gives back. */
  promise(act: () => unknown): Promise<Answer> {
    return follow(act, answerLimit)
  }

  /** What a function gives back or throws at once. */
  raw(act: () => unknown): Answer {
    return attempt(act)
  }

  /** What a call with these very arguments gives back or throws at once. */
  invoke(path: string, ...args: unknown[]): Answer {
    return attempt(() => this.#call(path, args))
  }

  /** Collects the payloads of an event (the object, or its path), each a list of arguments. */
  on(event: Loose): Arrivals<Loose> {
    const source = typeof event === 'string' ? this.find(event) : event
    const arrivals = new Arrivals<Loose>()
    const listener = (...payload: unknown[]): void => {
      arrivals.push(payload)
    }
    source.addListener(listener)
    this.cleanup.push(() => source.removeListener(listener))
    return arrivals
  }

  /** What stands at a path of `chrome`. */
  find(path: string): Loose {
    return path.split('.').reduce((place: Loose, key) => place[key], this.#chrome)
  }

  #call(path: string, args: readonly unknown[]): unknown {
    const end = path.lastIndexOf('.')
    const owner = end === -1 ? this.#chrome : this.find(path.slice(0, end))
    return owner[path.slice(end + 1)](...args)
  }
}
