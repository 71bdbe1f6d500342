import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { Answer } from './answer.ts'

interface Pending {
  readonly resolve: (result: unknown) => void
  readonly reject: (error: Error) => void
  readonly timer: NodeJS.Timeout
}

const openLimit = 20_000
const endLimit = 3000
const shownOutput = 2000

/** A child process that answers calls (`answerParent`), and what it has written. */
export class ChildRemote {
  readonly #name: string
  readonly #child: ChildProcess
  readonly #cleanUp: (() => Promise<void>) | undefined
  readonly #pending = new Map<number, Pending>()
  #next = 1
  #output = ''
  #failure: Error | undefined

  constructor(name: string, child: ChildProcess, cleanUp?: () => Promise<void>) {
    this.#name = name
    this.#child = child
    this.#cleanUp = cleanUp
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        this.#output = (this.#output + String(chunk)).slice(-shownOutput)
      })
    }
    child.on('message', (message: Answer) => this.#settle(message))
    child.on('error', (error) => this.#fail(error.message))
    child.on('exit', (code, signal) => this.#fail(`has ended (${signal ?? code})\n${this.#output}`))
  }

  get pid(): number {
    return this.#child.pid ?? 0
  }

  call(limit: number, method: string, ...args: readonly unknown[]): Promise<unknown> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure)
    const id = this.#next
    this.#next += 1
    this.#child.send({ id, method, args })
    return new Promise((resolve, reject) => {
      const late = (): void => {
        this.#pending.delete(id)
        reject(new Error(`${this.#name}: no answer to ${method} within ${limit / 1000} s`))
      }
      this.#pending.set(id, { resolve, reject, timer: setTimeout(late, limit) })
    })
  }

  /** Waits until the child is there, and returns what it says of itself; ends it if it does not come. */
  async open<Result>(): Promise<Result> {
    try {
      return (await this.call(openLimit, 'open')) as Result
    } catch (error) {
      await this.end()
      throw error
    }
  }

  /** Ends the child, and then whatever was made for it. */
  async end(): Promise<void> {
    await this.#endProcess()
    await this.#cleanUp?.()
  }

  /** Children end when they lose their parent; those that do not are killed. */
  async #endProcess(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null || this.#child.pid === undefined)
      return
    const ended = once(this.#child, 'exit')
    if (this.#child.connected) this.#child.disconnect()
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), endLimit)
    await ended
    clearTimeout(timer)
  }

  #settle({ id, result, error }: Answer): void {
    const pending = this.#pending.get(id)
    if (pending === undefined) return
    this.#pending.delete(id)
    clearTimeout(pending.timer)
    if (error === undefined) pending.resolve(result)
    else pending.reject(new Error(`${this.#name}: ${error}`))
  }

  #fail(reason: string): void {
    this.#failure ??= new Error(`${this.#name}: ${reason}`)
    for (const { reject, timer } of this.#pending.values()) {
      clearTimeout(timer)
      reject(this.#failure)
    }
    this.#pending.clear()
  }
}
