import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { ChildProcess } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'

interface Message {
  readonly id?: number
  readonly sessionId?: string
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

interface Pending {
  readonly resolve: (result: unknown) => void
  readonly reject: (error: Error) => void
  readonly timer: NodeJS.Timeout
}

type Listener = (message: Message) => void

const endLimit = 3000
const shownLines = 12
/** Longer than any scenario may take. */
const answerLimit = 240_000

/** Chromium, or Electron, spoken to in the devtools protocol over two pipes. */
export class BrowserProcess {
  readonly #child: ChildProcess
  readonly #pending = new Map<number, Pending>()
  readonly #listeners = new Set<Listener>()
  #failure: Error | undefined
  #next = 1
  #unread = ''
  #output = ''

  constructor(command: string, args: readonly string[], env: NodeJS.ProcessEnv) {
    this.#child = spawn(command, args, {
      env,
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    })
    this.#child.on('error', (error) => this.#fail(error.message))
    this.#child.on('exit', (code, signal) => this.#fail(`it has ended (${signal ?? code})`))
    this.#child.stderr?.on('data', (chunk) => {
      this.#output = (this.#output + String(chunk)).slice(-4000)
    })
    this.#in.on('error', () => {})
    const out = this.#child.stdio[4] as Readable
    out.on('data', (chunk) => this.#read(String(chunk)))
  }

  get pid(): number {
    return this.#child.pid ?? 0
  }

  /** How it has ended, once it has. */
  get ended(): Promise<string> {
    const { exitCode, signalCode } = this.#child
    if (exitCode !== null || signalCode !== null) return Promise.resolve(String(signalCode ?? exitCode))
    return once(this.#child, 'exit').then(([code, signal]) => String(signal ?? code))
  }

  send(method: string, params: object = {}, sessionId?: string): Promise<unknown> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure)
    const id = this.#next
    this.#next += 1
    this.#in.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`the browser: no answer to ${method}`)), answerLimit)
      this.#pending.set(id, { resolve, reject, timer })
    })
  }

  onMessage(listener: Listener): void {
    this.#listeners.add(listener)
  }

  /** Ends the browser and the processes it has started. */
  async end(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null || this.#child.pid === undefined)
      return
    const ended = once(this.#child, 'exit')
    this.#kill('SIGTERM')
    const timer = setTimeout(() => this.#kill('SIGKILL'), endLimit)
    await ended
    clearTimeout(timer)
  }

  get #in(): Writable {
    return this.#child.stdio[3] as Writable
  }

  #kill(signal: NodeJS.Signals): void {
    try {
      if (this.#child.pid !== undefined) process.kill(-this.#child.pid, signal)
    } catch {
      // It has ended by itself.
    }
  }

  #read(chunk: string): void {
    const messages = (this.#unread + chunk).split('\0')
    this.#unread = messages.pop() ?? ''
    for (const message of messages) this.#dispatch(JSON.parse(message) as Message)
  }

  #dispatch(message: Message): void {
    if (message.method === 'Inspector.targetCrashed') return this.#fail('the page has crashed')
    if (message.id === undefined) for (const listener of this.#listeners) listener(message)
    const pending = this.#pending.get(message.id ?? 0)
    if (pending === undefined) return
    this.#pending.delete(message.id ?? 0)
    clearTimeout(pending.timer)
    if (message.error === undefined) pending.resolve(message.result)
    else pending.reject(new Error(message.error.message))
  }

  #fail(reason: string): void {
    const lines = this.#output.split('\n').filter((line) => !line.includes(':ERROR:dbus/'))
    this.#failure ??= new Error(`the browser: ${reason}\n${lines.slice(-shownLines).join('\n')}`)
    for (const { reject, timer } of this.#pending.values()) {
      clearTimeout(timer)
      reject(this.#failure)
    }
    this.#pending.clear()
  }
}
