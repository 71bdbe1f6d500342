import { describeNetError, netErrors } from '../../renderer-types/net-errors.ts'
import type { AnyMethodName, FailureRecord, SendLimits } from '../../renderer-types/wire.ts'
import { quotaExceeded } from '../../renderer-types/wire.ts'
import { copyDatagrams, countBytes } from './binary.ts'
import type { Connection } from './connection.ts'
import { reportThrown } from './describe-thrown.ts'
import type { LastError } from './last-error.ts'
import { reportUnchecked } from './last-error.ts'
import { LostSockets } from './lost-sockets.ts'
import { createDictionary, primordials } from './primordials.ts'
import type { Callback, Invocation } from './signature.ts'

const { Error, Promise, apply } = primordials

export type Settle = (args: readonly unknown[], error: string | undefined) => void

const settleNothing: Settle = () => {}

const tooBig = describeNetError(netErrors.ERR_MSG_TOO_BIG)

const streamSend: AnyMethodName = 'tcp.send'

type Speaker = Pick<Connection, 'send' | 'sendBytes' | 'waitingBytes' | 'giveUp' | 'giveUpSocket'>

/** The calls of this page that wait for an answer. */
export class Calls {
  readonly #connection: Speaker
  readonly #lastError: LastError
  readonly #sendLimits: SendLimits
  readonly #fail: (failure: FailureRecord) => void
  readonly #pending = createDictionary<Settle>()
  readonly #lostSockets = new LostSockets()
  #nextId = 1
  #ended = false
  #hasGone = (): boolean => this.#ended

  /** `fail` answers a call as the main process would. */
  constructor(
    lastError: LastError,
    connection: Speaker,
    sendLimits: SendLimits,
    fail: (failure: FailureRecord) => void,
  ) {
    this.#lastError = lastError
    this.#connection = connection
    this.#sendLimits = sendLimits
    this.#fail = fail
  }

  /** Returns a promise where the page gave no callback: its signature allows that only where Chrome has promises. */
  start(method: AnyMethodName, { args, callback }: Invocation): unknown {
    return this.answer(callback, (settle) => this.post(method, args, settle))
  }

  /** A method without an answer: what is wrong is printed, for nobody can look. */
  say(method: AnyMethodName, { args }: Invocation): void {
    if (this.#isOver()) return
    this.post(method, args, (_results, error) => {
      if (error !== undefined) reportUnchecked(error)
    })
  }

  /** The same for whatever is done, and settled some time. */
  answer(callback: Callback | undefined, act: (settle: Settle) => void): unknown {
    if (this.#isOver()) return callback === undefined ? new Promise(() => {}) : undefined
    if (callback !== undefined) {
      return act((results, error) => this.#answer(callback, results, error))
    }
    let settle = settleNothing
    const answer = new Promise((resolve, reject) => {
      settle = (results, error) => {
        // Neither iterated nor read beyond its end: both would ask `Array.prototype`, which is the page's.
        if (error === undefined) resolve(results.length > 0 ? results[0] : undefined)
        else reject(new Error(error))
      }
    })
    // What it throws is thrown at the page: no promise hides it.
    act(settle)
    return answer
  }

  /** Nobody hears the page any more; once it has gone itself it is told so. */
  #isOver(): boolean {
    this.checkContext()
    return this.#ended
  }

  /** Throws in a page that has gone. */
  checkContext(): void {
    // The text Chrome throws when the extension that the page belongs to has gone.
    if (this.#hasGone()) throw new Error('Extension context invalidated.')
  }

  /** A page that others keep outlives its API: once it has ended calls come to nothing, in silence, until `hasGone` says so. */
  outlive(hasGone: () => boolean): void {
    this.#hasGone = hasGone
  }

  /** Says a call to the main process. */
  post(method: AnyMethodName, args: unknown[], settle: Settle): void {
    const id = this.#nextId
    this.#nextId += 1
    this.#pending[id] = settle
    const error = this.#findExcess(countBytes(args))
    if (error !== undefined) this.#fail({ kind: 'failure', id, args: [], error })
    else if (method === streamSend) this.#connection.sendBytes(id, args[0] as number, args[1] as Uint8Array)
    else {
      const bytes = copyDatagrams(args)
      if (!this.#connection.send({ kind: 'call', id, method, args }, bytes))
        this.#fail({ kind: 'failure', id, args: [], error: tooBig })
    }
  }

  /** What the main process would answer to so many bytes, whatever else there is: those that wait in the page count. */
  #findExcess(bytes: number): string | undefined {
    const { messageBytes, writeQuota } = this.#sendLimits
    if (bytes > 0 && bytes > writeQuota - this.#connection.waitingBytes) return quotaExceeded
    return bytes > messageBytes ? tooBig : undefined
  }

  /** Runs the callback of an answered call; lastError, if it has failed, stays until {@link clearLastError}. */
  settle(id: number, args: readonly unknown[], error: string | undefined): void {
    const settle = this.#pending[id]
    delete this.#pending[id]
    settle?.(args, error)
  }

  /** Returns what the callback of a call that failed is to be told. */
  noteFailure(failure: FailureRecord): FailureRecord {
    this.#connection.giveUp(failure.id)
    const lost = this.#lostSockets.findNews(failure)
    if (lost !== undefined) this.noteEnd(lost, netErrors.ERR_FAILED)
    return this.#lostSockets.judge(failure)
  }

  /** The connection of a socket has ended: in order, or it was broken off. */
  noteEnd(socketId: number, code: number): void {
    this.#connection.giveUpSocket(socketId)
    if (code !== netErrors.ERR_CONNECTION_CLOSED) this.#lostSockets.add(socketId, this.#nextId)
  }

  /** It stays until {@link clearLastError}. */
  setLastError(message: string): void {
    this.#lastError.set(message)
  }

  clearLastError(): void {
    this.#lastError.clear()
  }

  /** The main process has taken the API away: gives out the answers of all calls that will not get another. */
  end(): void {
    this.#ended = true
    for (const id in this.#pending) {
      this.#fail({ kind: 'failure', id: +id, args: [], error: 'Extension context invalidated.' })
    }
  }

  #answer(callback: Callback, args: readonly unknown[], error: string | undefined): void {
    if (error !== undefined) this.#lastError.set(error)
    try {
      apply(callback, globalThis, args)
    } catch (thrown) {
      reportThrown(thrown)
    }
  }
}
