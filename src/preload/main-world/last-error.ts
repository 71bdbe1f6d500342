import { primordials } from './primordials.ts'

const { consoleError, defineProperty, deleteProperty, getOwnPropertyDescriptor } = primordials

export function reportUnchecked(message: string): void {
  consoleError(`Unchecked runtime.lastError: ${message}`)
}

/**
 * `chrome.runtime.lastError`: there while the callback of a failed call and its microtasks run, and gone (not even a
 * key of `chrome.runtime`) afterwards. A value that the page itself has put there is left alone.
 */
export class LastError {
  readonly #runtime: object
  #message: string | undefined
  #checked = false

  constructor(runtime: object) {
    this.#runtime = runtime
  }

  set(message: string): void {
    if (getOwnPropertyDescriptor(this.#runtime, 'lastError') !== undefined) return
    let value: unknown = { message }
    this.#message = message
    this.#checked = false
    const descriptor: PropertyDescriptor & { __proto__: null } = {
      __proto__: null,
      get: () => {
        this.#checked = true
        return value
      },
      set: (assigned) => {
        value = assigned
      },
      enumerable: true,
      configurable: true,
    }
    defineProperty(this.#runtime, 'lastError', descriptor)
  }

  clear(): void {
    if (this.#message === undefined) return
    deleteProperty(this.#runtime, 'lastError')
    if (!this.#checked) reportUnchecked(this.#message)
    this.#message = undefined
  }
}
