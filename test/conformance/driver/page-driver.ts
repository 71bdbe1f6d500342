import { setTimeout as sleep } from 'node:timers/promises'
import { ConsoleLog } from './console-log.ts'
import type { DevTools } from './dev-tools.ts'
import { evaluate } from './evaluate.ts'
import type { ScenarioEntry } from './scenario-entry.ts'
import type { Trace } from './trace.ts'

/** Longer than the devtools may take, and a scenario with its clean-up unless it asks for more: beyond it the page is stuck. */
const answerLimit = 60_000
const loadLimit = 10_000

/** Runs scenarios in a page that has the suite's runtime, and reads its console. */
export class PageDriver {
  readonly #tools: DevTools
  readonly #console: ConsoleLog

  private constructor(tools: DevTools) {
    this.#tools = tools
    this.#console = new ConsoleLog(tools)
  }

  static async attach(tools: DevTools): Promise<PageDriver> {
    const driver = new PageDriver(tools)
    await tools.send('Runtime.enable')
    await tools.send('Log.enable')
    await driver.#untilLoaded()
    await driver.#evaluate('conformance.prepare()')
    return driver
  }

  async run({ name, options: { ms = 0 } }: ScenarioEntry): Promise<Trace> {
    this.#console.take()
    const json = await this.#evaluate(`conformance.run(${JSON.stringify(name)})`, answerLimit + ms)
    // The messages of a session come in order: after this answer none of the scenario's is missing.
    await this.#evaluate('0')
    const { lines, errors } = JSON.parse(String(json)) as Trace
    return { lines, console: this.#console.take(), ...(errors === undefined ? {} : { errors }) }
  }

  /** The devtools may be there before the page has run its scripts. */
  async #untilLoaded(): Promise<void> {
    for (const end = Date.now() + loadLimit; Date.now() < end; await sleep(20))
      if ((await this.#evaluate('typeof conformance')) === 'object') return
    throw new Error('the page has not loaded its scripts')
  }

  async #evaluate(expression: string, ms = answerLimit): Promise<unknown> {
    const limit = AbortSignal.timeout(ms)
    const late = new Promise<never>((_resolve, reject) => {
      limit.addEventListener('abort', () => reject(new Error(`no answer to ${expression}`)))
    })
    return Promise.race([evaluate(this.#tools, expression), late])
  }
}
