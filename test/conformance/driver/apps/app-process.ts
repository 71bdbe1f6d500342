import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseChromeJson } from '../../../../src/main/manifest/parse-json.ts'
import type { BrowserProcess } from '../browser-process.ts'
import { removeFolder } from '../chromium.ts'
import type { DevTools } from '../dev-tools.ts'
import { evaluate } from '../evaluate.ts'
import type { ScenarioEntry } from '../scenario-entry.ts'
import type { Place } from '../trace-files.ts'
import type { Trace } from '../trace.ts'
import { AppPages } from './app-pages.ts'
import { normaliseTrace } from './normalise-trace.ts'
import { startBrowser } from './start-browser.ts'

/** An app's folder that runs in a place, and what it keeps from start to start. */
export class AppProcess {
  readonly #place: Place
  readonly #folder: string
  readonly #home = fs.mkdtempSync(path.join(os.tmpdir(), 'conformance-home-'))
  #browser: BrowserProcess | undefined
  #pages: AppPages | undefined
  /** The background page that was asked last. */
  #last: DevTools | undefined
  /** That of before a reload, which may be there for a while. */
  #reloaded: DevTools | undefined

  constructor(place: Place, folder: string) {
    this.#place = place
    this.#folder = folder
  }

  get browser(): BrowserProcess {
    if (this.#browser === undefined) throw new Error('the app has not been started')
    return this.#browser
  }

  /** Starts the app, for a user of that language, and waits until its background page is loaded. */
  async start(language?: string): Promise<void> {
    this.#browser = startBrowser(this.#place, this.#folder, this.#home, language)
    this.#pages = await AppPages.watch(this.#browser)
    await this.#pages.findBackground()
  }

  /** Starts the same program again while the first one runs, and waits until it has ended. */
  async startAgain(): Promise<void> {
    await startBrowser(this.#place, this.#folder, this.#home).ended
  }

  /** Waits until the background page that there was has made room for another one. */
  async untilReloaded(): Promise<void> {
    this.#reloaded = this.#last
    await this.#pages?.findBackground(this.#reloaded)
  }

  /** Runs one scenario in the background page, and undoes what it has done. */
  async run({ name }: Pick<ScenarioEntry, 'name'>): Promise<Trace> {
    const ran = await this.#ask(`conformance.run(${JSON.stringify(name)})`)
    const console = (await this.#pages?.takeConsoles()) ?? []
    const { errors = [] } = await this.#ask('conformance.cleanUp()')
    const all = [...(ran.errors ?? []), ...errors]
    return normaliseTrace({ lines: ran.lines, console, ...(all.length > 0 ? { errors: all } : {}) })
  }

  /** Runs a part of a scenario, and leaves everything as it is. */
  async runPart(name: string): Promise<Trace> {
    const ran = await this.#ask(`conformance.run(${JSON.stringify(name)})`)
    return normaliseTrace({ ...ran, console: (await this.#pages?.takeConsoles()) ?? [] })
  }

  /** What a part gives back, without a trace, in whatever background page there is; undefined while there is none. */
  async look(part: string): Promise<unknown> {
    const tools = await this.#pages?.findBackground(this.#reloaded)
    const asked = tools && evaluate(tools, `conformance.runPart(${JSON.stringify(part)}, [])`)
    return asked?.catch(() => undefined)
  }

  /** The background page takes it that the user does something. */
  async touch(): Promise<void> {
    const tools = await this.#pages?.findBackground(this.#reloaded)
    await tools?.send('Runtime.evaluate', { expression: '0', userGesture: true })
  }

  /** Changes members of the manifest. */
  update(changes: object): void {
    const file = path.join(this.#folder, 'manifest.json')
    const manifest = parseChromeJson(fs.readFileSync(file, 'utf8')) as object
    fs.writeFileSync(file, JSON.stringify({ ...manifest, ...changes }))
  }

  /** Drops files of the app's folder into a page, as the user does it with a file manager. */
  async drop(page: string, names: readonly string[]): Promise<void> {
    const tools = await this.#pages?.find(page)
    const files = names.map((name) => path.join(this.#folder, name))
    const data = { items: [], files, dragOperationsMask: 1 }
    for (const type of ['dragEnter', 'dragOver', 'drop'])
      await tools?.send('Input.dispatchDragEvent', { type, x: 20, y: 20, data })
  }

  async close(): Promise<void> {
    await this.#browser?.end()
    await removeFolder(this.#home)
  }

  async #ask(expression: string): Promise<Omit<Trace, 'console'>> {
    if (this.#pages === undefined) throw new Error('the app has not been started')
    const tools = await this.#pages.findBackground(this.#reloaded)
    this.#last = tools
    return JSON.parse(String(await evaluate(tools, expression))) as Omit<Trace, 'console'>
  }
}
