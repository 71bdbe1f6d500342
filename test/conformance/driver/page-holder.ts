import type { RunningPage } from './chromium.ts'
import type { ScenarioEntry } from './scenario-entry.ts'
import type { Trace } from './trace.ts'

/** The page in which the scenarios of one file run: opened when it is needed, and anew where one asks for its own. */
export class PageHolder {
  readonly #open: () => Promise<RunningPage>
  #running: RunningPage | undefined

  constructor(open: () => Promise<RunningPage>) {
    this.#open = open
  }

  async run(entry: ScenarioEntry): Promise<Trace> {
    const { options } = entry
    if (options.ownPage === true) await this.close()
    this.#running ??= await this.#open()
    const trace = await this.#running.page.run(entry)
    if (options.ownPage === true) await this.close()
    return trace
  }

  async close(): Promise<void> {
    const running = this.#running
    this.#running = undefined
    await running?.close()
  }
}
