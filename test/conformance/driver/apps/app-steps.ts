import { setTimeout as sleep } from 'node:timers/promises'
import type { Place } from '../trace-files.ts'
import type { Trace } from '../trace.ts'
import { AppProcess } from './app-process.ts'

const waitLimit = 20_000

/** What a driver script does with an app: it starts and ends, and runs parts of the app's scripts in between. */
export class AppSteps {
  readonly #process: AppProcess
  readonly #lines: (readonly unknown[])[] = []
  readonly #console: string[] = []
  readonly #errors: string[] = []

  constructor(place: Place, folder: string) {
    this.#process = new AppProcess(place, folder)
  }

  /** Starts the app, for a user of that language (`pt_BR`); what it has stored before is still there. */
  async start(language?: string): Promise<void> {
    this.log('start', ...(language === undefined ? [] : [language]))
    await this.#process.start(language)
  }

  /** Starts the program again while it runs. */
  async startAgain(): Promise<void> {
    this.log('start again')
    await this.#process.startAgain()
  }

  /** Waits until the app has a new background page, after a part has had it reloaded. */
  async reloaded(): Promise<void> {
    this.log('reloaded')
    await this.#process.untilReloaded()
  }

  /** Runs a `part` of the background page's scripts: its lines become lines of the trace. */
  async run(part: string): Promise<void> {
    this.log('run', part)
    const { lines, console, errors = [] } = await this.#process.runPart(part)
    this.#lines.push(...lines)
    this.#console.push(...console)
    this.#errors.push(...errors)
  }

  /** The same as if the user had just done something. */
  async runByUser(part: string): Promise<void> {
    await this.#process.touch()
    await this.run(part)
  }

  /** The app's folder has another manifest from now on: these members are others. */
  update(changes: object): void {
    this.log('update', changes)
    this.#process.update(changes)
  }

  /** Drops files of the app's folder into a page. */
  async drop(page: string, ...names: readonly string[]): Promise<void> {
    this.log('drop', page, ...names)
    await this.#process.drop(page, names)
  }

  /** Waits until a part says yes, in the background page of before or in a new one. */
  async until(part: string): Promise<void> {
    this.log('until', part)
    for (const end = Date.now() + waitLimit; (await this.#process.look(part)) !== true; await sleep(50))
      if (Date.now() >= end) throw new Error(`${part}: not within ${waitLimit} ms`)
  }

  /** Sends the program a signal, and waits until it has ended. */
  async end(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    this.log('end', signal)
    const { browser } = this.#process
    const { ended } = browser
    process.kill(browser.pid, signal)
    await ended
  }

  /** Writes a line of the trace. */
  log(label: string, ...values: unknown[]): void {
    this.#lines.push(['driver', label, ...values])
  }

  /** Runs a driver script; the app is gone afterwards. */
  async carryOut(act: (app: AppSteps) => Promise<void>): Promise<Trace> {
    await act(this).catch((error: unknown) => this.#errors.push(String(error)))
    await this.#process.close()
    const errors = this.#errors.length > 0 ? { errors: this.#errors } : {}
    return { lines: this.#lines, console: this.#console, ...errors }
  }
}

/** The driver scripts of one app's folder, by the name of the scenario. */
export type StepsFile = Readonly<Record<string, (app: AppSteps) => Promise<void>>>
