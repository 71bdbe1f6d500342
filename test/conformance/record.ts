/**
 * npm run conformance:record -- [--check] [--electron] [FILE...]: runs scenarios in Chromium and writes their traces.
 * FILE may be a folder, as apps/windows is one.
 * With --check nothing is written: it fails where the traces are not those that are there.
 * With --electron the wanted differences are run here instead, and written down as ours.
 */
import { parseArgs } from 'node:util'
import { findChromium } from './driver/chromium.ts'
import { findWantedDifference } from './driver/comparison.ts'
import { hasOwnNetwork, runInOwnNetwork } from './driver/own-network.ts'
import type { ScenarioEntry, ScenarioFile } from './driver/scenario-entry.ts'
import { canRun, listScenarioFiles } from './driver/scenario-files.ts'
import { ScenarioRunner } from './driver/scenario-runner.ts'
import type { Place } from './driver/trace-files.ts'
import { readTraces, writeTraces } from './driver/trace-files.ts'
import type { Traces } from './driver/trace.ts'
import { printTrace } from './driver/trace.ts'

const { values, positionals } = parseArgs({
  options: { check: { type: 'boolean' }, electron: { type: 'boolean' } },
  allowPositionals: true,
})
const place: Place = values.electron ? 'electron' : 'chrome'
const problems: string[] = []

function isWanted(file: ScenarioFile, entry: ScenarioEntry): boolean {
  return canRun(place, entry) && (place === 'chrome' || findWantedDifference(file, entry.name) !== undefined)
}

async function runFile(runner: ScenarioRunner, file: ScenarioFile): Promise<Traces> {
  const entries = file.scenarios.filter((entry) => isWanted(file, entry))
  if (!hasOwnNetwork(file.app) || entries.length === 0) return runner.run(file, entries)
  const traces = await runInOwnNetwork(place, file.name, file.app)
  return Object.fromEntries(
    Object.entries(traces).filter(([name]) => entries.some((entry) => entry.name === name)),
  )
}

function compare(file: ScenarioFile, traces: Traces): void {
  const expected = readTraces(place, file.name)
  for (const name of new Set([...Object.keys(expected), ...Object.keys(traces)])) {
    const [before, now] = [expected[name], traces[name]].map((trace) => trace && printTrace(trace))
    if (before !== now)
      problems.push(`${file.name}: ${name}: differs\n--- recorded\n${before}\n--- now\n${now}`)
  }
}

async function record(runner: ScenarioRunner, file: ScenarioFile): Promise<void> {
  const started = Date.now()
  const traces = await runFile(runner, file)
  const failures = Object.entries(traces).filter(([, { errors }]) => errors !== undefined)
  console.log(
    `${file.name}: ${Object.keys(traces).length} scenarios in ${((Date.now() - started) / 1000).toFixed(1)} s`,
  )
  for (const [name, { errors = [] }] of failures) problems.push(`${file.name}: ${name}: ${errors.join('; ')}`)
  if (values.check) compare(file, traces)
  else if (failures.length === 0) writeTraces(place, file.name, traces)
  else problems.push(`${file.name}: its traces are left as they were`)
}

const isAsked = ({ name }: ScenarioFile): boolean =>
  positionals.length === 0 || positionals.some((asked) => name === asked || name.startsWith(`${asked}/`))
const files = listScenarioFiles().filter(isAsked)
if (place === 'chrome') findChromium(process.env)
const runner = await ScenarioRunner.start(place)
for (const file of files) await record(runner, file)
await runner.close()
for (const problem of problems) console.error(problem)
process.exitCode = problems.length === 0 ? 0 : 1
