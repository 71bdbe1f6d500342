import { createFunction } from './create-function.ts'
import { cutAtNul, describeThrown } from './describe-thrown.ts'
import { hideConstructor } from './hide-constructor.ts'
import type { SafeDescriptor } from './primordials.ts'
import { append, primordials } from './primordials.ts'
import { toScalarText } from './text.ts'

const { String, TypeError, apply, consoleError, defineProperty } = primordials

export type Listener = (...args: unknown[]) => unknown

/** Is told what each listener of a dispatch comes to. */
export interface Witness {
  readonly returned: (result: unknown) => void
  readonly threw: (error: unknown) => void
}

/** A listener that throws does not stop the others. */
function callListener(listener: Listener, args: unknown[], witness: Witness | undefined): void {
  try {
    const result = apply(listener, globalThis, args)
    witness?.returned(result)
  } catch (error) {
    consoleError(`Error in event handler: ${describeThrown(error)}`)
    witness?.threw(error)
  }
}

/** Chrome prints texts only, up to the first NUL. */
function printArgument(value: unknown): string {
  if (typeof value !== 'string') return value === null || value === undefined ? String(value) : ''
  return cutAtNul(toScalarText(value))
}

/** One event of the page. A dispatch under way goes on with the listeners it began with, as in Chrome. */
export class EventSource {
  #listeners: Listener[] = []
  /** A dispatch has it, and may go on with it. */
  #isListLent = false
  readonly #onInterest: (listening: boolean) => void
  readonly chromeEvent: object

  constructor(onInterest: (listening: boolean) => void) {
    this.#onInterest = onInterest
    this.chromeEvent = createChromeEvent(this)
  }

  get hasListeners(): boolean {
    return this.#listeners.length > 0
  }

  has(listener: Listener): boolean {
    for (let i = 0; i < this.#listeners.length; i += 1) if (this.#listeners[i] === listener) return true
    return false
  }

  add(listener: Listener): void {
    if (this.has(listener)) return
    if (this.#isListLent) this.#listeners = this.#copyWithout(undefined)
    append(this.#listeners, listener)
    if (this.#listeners.length === 1) this.#onInterest(true)
  }

  remove(listener: Listener): void {
    if (!this.has(listener)) return
    this.#listeners = this.#copyWithout(listener)
    if (this.#listeners.length === 0) this.#onInterest(false)
  }

  dispatch(args: unknown[], witness?: Witness): void {
    const listeners = this.#listeners
    this.#isListLent = true
    for (let i = 0; i < listeners.length; i += 1) {
      const listener = listeners[i]
      if (listener !== undefined) callListener(listener, args, witness)
    }
  }

  /** The copy is lent to nobody. */
  #copyWithout(listener: Listener | undefined): Listener[] {
    const copy: Listener[] = []
    for (let i = 0; i < this.#listeners.length; i += 1) {
      const kept = this.#listeners[i]
      if (kept !== undefined && kept !== listener) append(copy, kept)
    }
    this.#isListLent = false
    return copy
  }
}

/** True in a page that others have kept, whose window or frame is no more. No page can change what `top` says. */
const hasGone = (): boolean => globalThis.top === null

/** The object the page sees. */
class ChromeEvent {
  readonly #source: EventSource

  constructor(source: EventSource) {
    this.#source = source
  }

  static sourceOf(self: unknown): EventSource {
    if (typeof self === 'object' && self !== null && #source in self) return self.#source
    throw new TypeError('Illegal invocation: Function must be called on an object of type Event')
  }
}

hideConstructor(ChromeEvent, 'Event')

type EventMethod = (source: EventSource, args: unknown[]) => unknown

/** What the listeners have given back, but for what is undefined; undefined where that is nothing. */
function dispatchNow(source: EventSource, args: unknown[]): object | undefined {
  const results: unknown[] = []
  const returned = (result: unknown): void => {
    if (result !== undefined) append(results, result)
  }
  source.dispatch(args, { returned, threw: () => {} })
  return results.length === 0 ? undefined : { results }
}

const eventMethods: readonly (readonly [name: string, method: EventMethod])[] = [
  [
    'addListener',
    (source, args) => {
      if (typeof args[0] !== 'function' || hasGone()) return
      if (args.length > 1) throw new TypeError('This event does not support filters')
      source.add(args[0] as Listener)
    },
  ],
  [
    'removeListener',
    (source, args) => {
      if (typeof args[0] === 'function') source.remove(args[0] as Listener)
    },
  ],
  [
    'hasListener',
    (source, args) => {
      if (args.length === 0) throw new TypeError('Insufficient number of arguments.')
      if (typeof args[0] === 'function') return source.has(args[0] as Listener)
      throw new TypeError(
        `Error processing argument at index 0, conversion failure from ${printArgument(args[0])}`,
      )
    },
  ],
  ['hasListeners', (source) => source.hasListeners && !hasGone()],
  ['dispatch', dispatchNow],
]

interface OwnMethod {
  readonly name: string
  readonly descriptor: SafeDescriptor
}

/** The same functions for all events of a page. */
const ownMethods: readonly OwnMethod[] = eventMethods.map(([name, method]) => {
  const value = createFunction(name, function (this: unknown, args) {
    return method(ChromeEvent.sourceOf(this), args)
  })
  return {
    name,
    descriptor: { __proto__: null, value, writable: true, enumerable: true, configurable: true },
  }
})

/** Chrome gives each event its methods as own properties. */
function createChromeEvent(source: EventSource): object {
  const event = new ChromeEvent(source)
  for (let i = 0; i < ownMethods.length; i += 1) {
    const method = ownMethods[i]
    if (method !== undefined) defineProperty(event, method.name, method.descriptor)
  }
  return event
}
