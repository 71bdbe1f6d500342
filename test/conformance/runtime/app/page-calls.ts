import type { Answer } from '../calls.ts'
import { attempt, awaitCallback, follow } from '../calls.ts'
import type { Loose } from '../loose.ts'
import { Arrivals } from '../waiting.ts'

/** How long an answer may take before it counts as missing. */
const answerLimit = 3000

/** A method: by its path in `chrome`, as `storage.local.get`, or as an object that has it and its name there. */
export type Method = string | readonly [owner: Loose, name: string]

/** Calls of one page's `chrome`. */
export class PageCalls {
  /** Functions that are called when the scenario is over, the last one first. */
  readonly cleanup: (() => unknown)[] = []
  readonly #chrome: Loose

  constructor(page: Window) {
    this.#chrome = Reflect.get(page, 'chrome')
  }

  /** Calls with a callback after the arguments: what the callback was given, what was thrown, or that nothing came. */
  cb(method: Method, ...args: unknown[]): Promise<Answer> {
    return this.cbWithin(answerLimit, method, ...args)
  }

  /** The same for calls that are expected not to be answered: waits `ms` only. */
  cbWithin(ms: number, method: Method, ...args: unknown[]): Promise<Answer> {
    const readError = (): Loose => this.#chrome.runtime.lastError
    return awaitCallback((callback) => this.#call(method, [...args, callback]), ms, readError)
  }

  /** What becomes of the promise of a call that is made with these very arguments. */
  ask(method: Method, ...args: unknown[]): Promise<Answer> {
    return follow(() => this.#call(method, args), answerLimit)
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
  invoke(method: Method, ...args: unknown[]): Answer {
    return attempt(() => this.#call(method, args))
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

  #call(method: Method, args: readonly unknown[]): unknown {
    if (typeof method !== 'string') return method[0][method[1]](...args)
    const end = method.lastIndexOf('.')
    return this.find(method.slice(0, end))[method.slice(end + 1)](...args)
  }
}
