import fs from 'node:fs/promises'
import { Session } from 'node:inspector/promises'
import type { WebContents } from 'electron'

const samplingInterval = 250

/** CPU profiles of main and of the page, taken at the same time, for devtools to open. */
export class Profiler {
  readonly #contents: WebContents
  #session: Session | undefined

  constructor(contents: WebContents) {
    this.#contents = contents
  }

  async start(): Promise<void> {
    const session = new Session()
    session.connect()
    this.#session = session
    await session.post('Profiler.enable')
    await session.post('Profiler.setSamplingInterval', { interval: samplingInterval })
    const page = this.#contents.debugger
    page.attach()
    await page.sendCommand('Profiler.enable')
    await page.sendCommand('Profiler.setSamplingInterval', { interval: samplingInterval })
    await session.post('Profiler.start')
    await page.sendCommand('Profiler.start')
  }

  /** Writes `PREFIX-main.cpuprofile` and `PREFIX-page.cpuprofile`, and returns their names. */
  async stop(prefix: string): Promise<string[]> {
    const page = this.#contents.debugger
    const ofMain = await this.#session?.post('Profiler.stop')
    const ofPage = (await page.sendCommand('Profiler.stop')) as { profile: unknown }
    page.detach()
    this.#session?.disconnect()
    const files = { [`${prefix}-main.cpuprofile`]: ofMain, [`${prefix}-page.cpuprofile`]: ofPage }
    for (const [file, of] of Object.entries(files)) await fs.writeFile(file, JSON.stringify(of?.profile))
    return Object.keys(files)
  }
}
