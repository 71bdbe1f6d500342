import type { MethodName } from '../../renderer-types/contract/index.ts'
import type { CallRecord, ReplyRecord } from '../../renderer-types/wire.ts'
import { describeThrown } from './event.ts'
import type { LastError } from './last-error.ts'
import { reportUnchecked } from './last-error.ts'
import { append, createDictionary, primordials } from './primordials.ts'
import type { Callback, Invocation } from './signature.ts'

const { Error, Promise, apply, consoleError } = primordials

type Settle = (reply: ReplyRecord) => void

/** The calls of this page that wait for an answer. */
export class Calls {
  readonly #send: (record: CallRecord) => void
  readonly #lastError: LastError
  readonly #pending = createDictionary()
  #nextId = 1
  #ended = false

  constructor(lastError: LastError, send: (record: CallRecord) => void) {
    this.#lastError = lastError
    this.#send = send
  }

  /** Returns a promise where the method has them and the page gave no callback, as Chrome does. */
  start(method: MethodName, { args, callback }: Invocation, promise: boolean): unknown {
    // The text Chrome throws when the extension that the page belongs to has gone.
    if (this.#ended) throw new Error('Extension context invalidated.')
    if (callback !== undefined) return this.#post(method, args, (reply) => this.#answer(callback, reply))
    if (!promise) return this.#post(method, args, reportFailure)
    return new Promise((resolve, reject) => {
      this.#post(method, args, ({ args: [result], error }) => {
        if (error === undefined) resolve(result)
        else reject(new Error(error))
      })
    })
  }

  #post(method: MethodName, args: unknown[], settle: Settle): void {
    const id = this.#nextId
    this.#nextId += 1
    this.#pending[id] = settle
    this.#send({ kind: 'call', id, method, args })
  }

  /** Runs the callback of an answered call; lastError, if it has failed, stays until {@link clearLastError}. */
  settle(reply: ReplyRecord): void {
    const settle = this.#pending[reply.id] as Settle | undefined
    delete this.#pending[reply.id]
    settle?.(reply)
  }

  clearLastError(): void {
    this.#lastError.clear()
  }

  /** The main process has taken the API away: returns the answers of all calls that will not get another. */
  end(): ReplyRecord[] {
    this.#ended = true
    const replies: ReplyRecord[] = []
    for (const id in this.#pending) {
      append(replies, { kind: 'reply', id: +id, args: [], error: 'Extension context invalidated.' })
    }
    return replies
  }

  #answer(callback: Callback, { args, error }: ReplyRecord): void {
    if (error !== undefined) this.#lastError.set(error)
    try {
      apply(callback, globalThis, args)
    } catch (thrown) {
      consoleError(`Error handling response: ${describeThrown(thrown)}`)
    }
  }
}

function reportFailure({ error }: ReplyRecord): void {
  if (error !== undefined) reportUnchecked(error)
}
