/**
 * npm run conformance:record -- [--check] [--electron] [FILE...]: runs scenarios in Chromium and writes their traces.
 * With --check nothing is written: it fails where the traces are not those that are there.
 * With --electron the wanted differences are run here instead, and written down as ours.
 */
import fs from 'node:fs'
import { parseArgs } from 'node:util'
import { bundleRuntime, writeApp } from './driver/app-folder.ts'
import type { RunningPage } from './driver/chromium.ts'
import { findChromium, openInChromium } from './driver/chromium.ts'
import { findWantedDifference } from './driver/comparison.ts'
import { ElectronHost } from './driver/electron.ts'
import type { ScenarioEntry, ScenarioFile } from './driver/scenario-files.ts'
import { listScenarioFiles } from './driver/scenario-files.ts'
import { PageHolder } from './driver/page-holder.ts'
import type { Place } from './driver/trace-files.ts'
import { readTraces, writeTraces } from './driver/trace-files.ts'
import type { Trace, Traces } from './driver/trace.ts'
import { printTrace } from './driver/trace.ts'
import type { ControlServer } from './peers/control-server.ts'
import { startControlServer } from './peers/control-server.ts'

type Open = (folder: string, file: ScenarioFile) => Promise<RunningPage>

const { values, positionals } = parseArgs({
  options: { check: { type: 'boolean' }, electron: { type: 'boolean' } },
  allowPositionals: true,
})
const place: Place = values.electron ? 'electron' : 'chrome'
const problems: string[] = []

function isWanted(file: ScenarioFile, { name, options }: ScenarioEntry): boolean {
  return place === 'electron' ? findWantedDifference(file, name) !== undefined : options.only === undefined
}

/** A browser that does not survive a scenario is started anew for the next one. */
async function runFile(file: ScenarioFile, open: () => Promise<RunningPage>): Promise<Traces> {
  const traces: Record<string, Trace> = {}
  const holder = new PageHolder(open)
  for (const entry of file.scenarios.filter((candidate) => isWanted(file, candidate))) {
    try {
      const trace = await holder.run(entry)
      if (trace.errors === undefined) traces[entry.name] = trace
      else problems.push(`${file.name}: ${entry.name}: ${trace.errors.join('; ')}`)
    } catch (error) {
      problems.push(`${file.name}: ${entry.name}: ${String(error)}`)
      await holder.close()
    }
  }
  await holder.close()
  return traces
}

function compare(file: ScenarioFile, traces: Traces): void {
  const expected = readTraces(place, file.name)
  for (const name of new Set([...Object.keys(expected), ...Object.keys(traces)])) {
    const [before, now] = [expected[name], traces[name]].map((trace) => trace && printTrace(trace))
    if (before !== now)
      problems.push(`${file.name}: ${name}: differs\n--- recorded\n${before}\n--- now\n${now}`)
  }
}

async function record(
  file: ScenarioFile,
  open: Open,
  runtime: string,
  control: ControlServer,
): Promise<void> {
  const folder = writeApp(file, runtime, control.url)
  const started = Date.now()
  const before = problems.length
  const traces = await runFile(file, () => open(folder, file))
  fs.rmSync(folder, { recursive: true, force: true })
  const count = Object.keys(traces).length
  console.log(`${file.name}: ${count} scenarios in ${((Date.now() - started) / 1000).toFixed(1)} s`)
  if (values.check) compare(file, traces)
  else if (problems.length === before) writeTraces(place, file.name, traces)
  else problems.push(`${file.name}: its traces are left as they were`)
}

const hosts = new Map<string, ElectronHost>()

async function openInElectron(folder: string, { app }: ScenarioFile): Promise<RunningPage> {
  const host = hosts.get(app) ?? (await ElectronHost.launch(app, control.authority))
  hosts.set(app, host)
  return host.open(folder)
}

const files = listScenarioFiles().filter(({ name }) => positionals.length === 0 || positionals.includes(name))
if (place === 'chrome') findChromium(process.env)
const control = await startControlServer()
const runtime = await bundleRuntime()
const open: Open =
  place === 'electron' ? openInElectron : (folder) => openInChromium(folder, control.authority)
for (const file of files) await record(file, open, runtime, control)
for (const host of hosts.values()) await host.close()
await control.close()
for (const problem of problems) console.error(problem)
process.exitCode = problems.length === 0 ? 0 : 1
