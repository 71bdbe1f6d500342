import fs from 'node:fs'
import type { ControlServer } from '../peers/control-server.ts'
import { startControlServer } from '../peers/control-server.ts'
import { bundleRuntime, writeApp } from './app-folder.ts'
import type { RunningPage } from './chromium.ts'
import { openInChromium } from './chromium.ts'
import { openApp, runSteps } from './apps/run-app-file.ts'
import { ElectronHost } from './electron.ts'
import { PageHolder } from './page-holder.ts'
import type { ScenarioEntry, ScenarioFile } from './scenario-entry.ts'
import type { Network } from './own-network.ts'
import type { Place } from './trace-files.ts'
import type { Trace, Traces } from './trace.ts'

/** Runs scenario files in Chromium or in Electron, with a control server of its own. */
export class ScenarioRunner {
  readonly #place: Place
  readonly #control: ControlServer
  readonly #runtime: string
  readonly #network: Network | undefined
  readonly #hosts = new Map<string, ElectronHost>()
  /** The app of the last file that belongs to an app's folder: one start serves all files of the folder. */
  #app: { readonly name: string; readonly holder: PageHolder } | undefined

  private constructor(place: Place, control: ControlServer, runtime: string, network: Network | undefined) {
    this.#place = place
    this.#control = control
    this.#runtime = runtime
    this.#network = network
  }

  static async start(place: Place, network?: Network): Promise<ScenarioRunner> {
    return new ScenarioRunner(place, await startControlServer(), await bundleRuntime(), network)
  }

  /** A scenario that fails, hangs or ends the browser leaves a trace that says so; the others run all the same. */
  async run(file: ScenarioFile, entries: readonly ScenarioEntry[]): Promise<Traces> {
    if (file.kind === 'steps') return this.#runSteps(file, entries)
    if (file.kind === 'app') return runAll(await this.#holdApp(file), entries)
    const folder = writeApp(file, this.#runtime, this.#control.url)
    const holder = new PageHolder(() => this.#open(folder, file))
    const traces = await runAll(holder, entries)
    await holder.close()
    fs.rmSync(folder, { recursive: true, force: true })
    return traces
  }

  async #holdApp(file: ScenarioFile): Promise<PageHolder> {
    const { app } = file
    if (this.#app?.name === app) return this.#app.holder
    await this.#app?.holder.close()
    const holder = new PageHolder(() => openApp(this.#place, file, this.#control))
    this.#app = { name: app, holder }
    return holder
  }

  async #runSteps(file: ScenarioFile, entries: readonly ScenarioEntry[]): Promise<Traces> {
    const traces: Traces = {}
    for (const { name } of entries) traces[name] = await runSteps(this.#place, file, name, this.#control)
    return traces
  }

  async close(): Promise<void> {
    await this.#app?.holder.close()
    for (const host of this.#hosts.values()) await host.close()
    await this.#control.close()
  }

  async #open(folder: string, { app }: ScenarioFile): Promise<RunningPage> {
    const { authority } = this.#control
    if (this.#place === 'chrome') return openInChromium(folder, authority)
    const host = this.#hosts.get(app) ?? (await ElectronHost.launch(app, authority))
    this.#hosts.set(app, host)
    if (this.#network === 'seeming') await host.seemOffline()
    return host.open(folder)
  }
}

async function runAll(holder: PageHolder, entries: readonly ScenarioEntry[]): Promise<Traces> {
  const traces: Traces = {}
  for (const entry of entries) traces[entry.name] = await runEntry(holder, entry)
  return traces
}

async function runEntry(holder: PageHolder, entry: ScenarioEntry): Promise<Trace> {
  try {
    return await holder.run(entry)
  } catch (error) {
    await holder.close()
    return { lines: [], console: [], errors: [String(error)] }
  }
}
