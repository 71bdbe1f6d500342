import { Worker } from 'node:worker_threads'
import { describeNetError, netErrors } from '../../../renderer-types/net-errors.ts'
import { Budget } from '../../memory/budget.ts'
import type { Outcome } from '../../outcome.ts'
import { fail, succeed } from '../../outcome.ts'
import { TurnQueue } from '../turn-queue.ts'
import type { Detected } from './find-languages.ts'

/** Characters of the texts that wait. */
const maxWaiting = 8 * 1024 * 1024

interface Asked {
  readonly text: string
  readonly resolve: (outcome: Outcome<Detected>) => void
  readonly reject: (error: Error) => void
}

const loadWorkerText = async (): Promise<string> => (await import('./worker-text.ts')).workerText

/** Tells languages, in a thread of its own: a text of many scripts takes a third of a second. */
export class LanguageDetector {
  readonly #loadText: () => Promise<string>
  readonly #budget = new Budget(maxWaiting)
  readonly #queue = new TurnQueue()
  #asked: Asked | undefined
  #worker: Worker | undefined
  #isLoading = false

  constructor(loadText = loadWorkerText) {
    this.#loadText = loadText
  }

  async detect(asker: object, text: string): Promise<Outcome<Detected>> {
    if (!this.#budget.take(text.length)) return fail(describeNetError(netErrors.ERR_INSUFFICIENT_RESOURCES))
    try {
      return await this.#queue.do(asker, () => this.#ask(text))
    } finally {
      this.#budget.giveBack(text.length)
    }
  }

  /** The page has gone: its texts that wait are not looked at. */
  forget(asker: object): void {
    this.#queue.forget(asker)
  }

  /** All pages go: nobody waits any more. */
  stop(): void {
    this.#queue.forget()
    void this.#worker?.terminate()
    this.#end(({ resolve }) => resolve(fail(describeNetError(netErrors.ERR_ABORTED))))
  }

  #ask(text: string): Promise<Outcome<Detected>> {
    return new Promise((resolve, reject) => {
      this.#asked = { text, resolve, reject }
      if (this.#worker === undefined) void this.#load()
      else this.#worker.postMessage(text)
    })
  }

  async #load(): Promise<void> {
    if (this.#isLoading) return
    this.#isLoading = true
    try {
      this.#open(await this.#loadText())
    } catch (error) {
      this.#end(({ reject }) => reject(error instanceof Error ? error : new Error(String(error))))
    } finally {
      this.#isLoading = false
    }
  }

  #open(code: string): void {
    if (this.#asked === undefined) return
    const worker = new Worker(code, { eval: true })
    this.#worker = worker
    worker.on('message', (detected: Detected) => {
      if (worker === this.#worker) this.#settle(({ resolve }) => resolve(succeed(detected)))
    })
    worker.on('error', (error: Error) => {
      if (worker === this.#worker) this.#end(({ reject }) => reject(error))
    })
    worker.on('exit', () => {
      if (worker === this.#worker) this.#end(({ reject }) => reject(new Error('the detector has ended')))
    })
    worker.postMessage(this.#asked.text)
  }

  #settle(answer: (asked: Asked) => void): void {
    const asked = this.#asked
    this.#asked = undefined
    if (asked !== undefined) answer(asked)
  }

  /** The next text has a worker of its own. */
  #end(answer: (asked: Asked) => void): void {
    this.#worker = undefined
    this.#settle(answer)
  }
}
