import type { SafeDescriptor } from './primordials.ts'
import { primordials } from './primordials.ts'

const { consoleError, defineProperty, deleteProperty, getOwnPropertyDescriptor } = primordials

export function reportUnchecked(message: string): void {
  consoleError(`Unchecked runtime.lastError: ${message}`)
}

/** Nameless in Chrome, too. */
// oxlint-disable-next-line typescript/no-extraneous-class -- its prototype is what counts
const createNameless = (): object => new (class {})()

/** As Chrome makes it: an object of no known kind, whose message is a getter without a name. */
function createError(message: string): object {
  const error = createNameless()
  const getMessage = ((getter: () => string) => getter)(() => message)
  const descriptor: SafeDescriptor = {
    __proto__: null,
    get: getMessage,
    enumerable: true,
    configurable: true,
  }
  defineProperty(error, 'message', descriptor)
  return error
}

/**
 * `chrome.runtime.lastError`: there while the callback of a failed call and its microtasks run, and gone (not even a
 * key of `chrome.runtime`) afterwards. A value that the page itself has put there is left alone; one that it assigns
 * in a callback is what it finds from then on.
 */
export class LastError {
  readonly #runtime: object
  #message: string | undefined
  #checked = false
  #assigned: { readonly value: unknown } | undefined

  constructor(runtime: object) {
    this.#runtime = runtime
  }

  set(message: string): void {
    if (getOwnPropertyDescriptor(this.#runtime, 'lastError') !== undefined) return
    const error = createError(message)
    this.#message = message
    this.#checked = false
    const descriptor: SafeDescriptor = {
      __proto__: null,
      get: () => {
        if (this.#assigned !== undefined) return this.#assigned.value
        this.#checked = true
        return error
      },
      set: (value) => {
        this.#assigned = { value }
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
