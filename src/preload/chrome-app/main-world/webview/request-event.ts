import type { RequestEventName } from '../../../../renderer-types/contract/apps/web-view-request.ts'
import { declareListener, requestEvents } from '../../../../renderer-types/contract/apps/web-view-request.ts'
import { createFunction } from '../../../main-world/create-function.ts'
import { describeThrown } from '../../../main-world/describe-thrown.ts'
import { defineOwn, primordials } from '../../../main-world/primordials.ts'
import { createMatcher } from '../../../main-world/signature.ts'
import type { Fields } from './raise-event.ts'

const { TypeError, Uint8Array, apply, consoleError } = primordials

type Listener = (...args: unknown[]) => unknown

/** What the main process knows of a listener. */
export interface ListenerWords {
  readonly listenerId: number
  readonly event: RequestEventName
  readonly filter: unknown
  readonly extraInfo: readonly unknown[]
}

/** What an event has done with its listeners. */
export interface RequestCalls {
  readonly add: (words: ListenerWords) => void
  readonly remove: (listenerId: number) => void
}

interface Registered {
  readonly words: ListenerWords
  readonly listener: Listener
}

/** What an event tells a listener, and whether it waits for what that says. */
export interface RequestNews {
  readonly listenerId: number
  readonly questionId?: number
  readonly details: Fields
}

/** Numbers that no two listeners of a page have. */
let nextId = 1

const toBuffer = (text: string): ArrayBuffer =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0)).buffer

/** Of a body the main process sends Base64. */
function readBytes(details: Fields): Fields {
  const { requestBody } = details as { requestBody?: { raw?: { bytes?: string }[] } }
  if (requestBody?.raw === undefined) return details
  return {
    ...details,
    requestBody: {
      raw: requestBody.raw.map((part) => (part.bytes === undefined ? part : { bytes: toBuffer(part.bytes) })),
    },
  }
}

const isFunction = (value: unknown): value is Listener => typeof value === 'function'

/** One event of a `<webview>`'s `request` (Chromium: extensions/renderer/resources/web_request_event.js). */
export class RequestEvent {
  readonly #name: RequestEventName
  readonly #calls: RequestCalls
  readonly #listeners: Registered[] = []
  readonly chromeEvent: object

  constructor(name: RequestEventName, calls: RequestCalls) {
    this.#name = name
    this.#calls = calls
    this.chromeEvent = this.#createChromeEvent()
  }

  /** For a guest that knows of none. */
  repeat(): void {
    for (const { words } of this.#listeners) this.#calls.add(words)
  }

  /** False for a listener of another event. `answer`: what it says, if somebody waits for that. */
  tell({ details, listenerId }: RequestNews, answer: (response: unknown) => void): boolean {
    const found = this.#listeners.find(({ words }) => words.listenerId === listenerId)
    if (found === undefined) return false
    const { listener, words } = found
    const args: unknown[] = [readBytes(details)]
    const isLate = words.extraInfo.includes('asyncBlocking')
    if (isLate) args[1] = createFunction('', ([response]) => answer(response))
    try {
      const response = apply(listener, undefined, args)
      if (!isLate) answer(response)
    } catch (error) {
      if (!isLate) answer(undefined)
      consoleError(`Error in event handler: ${describeThrown(error)}`)
    }
    return true
  }

  #find(listener: unknown): number {
    return this.#listeners.findIndex((each) => each.listener === listener)
  }

  #add(listener: unknown, given: readonly unknown[]): void {
    if (!isFunction(listener)) return
    const [filter, extraInfo = []] = this.#match(given)
    const words = { listenerId: nextId, event: this.#name, filter, extraInfo: extraInfo as unknown[] }
    nextId += 1
    this.#listeners.push({ words, listener })
    this.#calls.add(words)
  }

  /** In Chrome, too, these are no errors in an invocation. */
  #match(given: readonly unknown[]): unknown[] {
    const row = {
      parameters: declareListener(requestEvents[this.#name]),
      promise: false,
      noCallback: true,
    } as const
    try {
      return createMatcher('', row)(given).args
    } catch (error) {
      throw new TypeError((error as Error).message.replace(/^Error in invocation of .*?\): /, ''))
    }
  }

  #remove(listener: unknown): void {
    const index = this.#find(listener)
    const [removed] = index < 0 ? [] : this.#listeners.splice(index, 1)
    if (removed !== undefined) this.#calls.remove(removed.words.listenerId)
  }

  #createChromeEvent(): object {
    const methods: Readonly<Record<string, (args: unknown[]) => unknown>> = {
      addListener: ([listener, ...given]) => this.#add(listener, given),
      removeListener: ([listener]) => this.#remove(listener),
      hasListener: ([listener]) => this.#find(listener) >= 0,
      hasListeners: () => this.#listeners.length > 0,
    }
    const event = {}
    for (const [name, method] of Object.entries(methods))
      defineOwn(event, name, {
        value: createFunction(name, method),
        writable: true,
        enumerable: true,
        configurable: true,
      })
    return event
  }
}
