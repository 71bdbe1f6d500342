import type { WantedDifference } from '../wanted-difference.ts'
import { wantedDifferences } from '../wanted-differences.ts'
import type { ScenarioEntry, ScenarioFile } from './scenario-entry.ts'
import { readTraces } from './trace-files.ts'
import { printTrace } from './trace.ts'

export function findWantedDifference(file: ScenarioFile, scenario: string): WantedDifference | undefined {
  return wantedDifferences.find(({ scenarios }) => scenarios[file.name]?.includes(scenario))
}

/** The trace a scenario must leave in Electron, as text. */
export function expectedTrace(file: ScenarioFile, { name, options }: ScenarioEntry): string {
  const chrome = readTraces('chrome', file.name)[name]
  const isWanted = findWantedDifference(file, name) !== undefined
  const expected = isWanted ? readTraces('electron', file.name)[name] : chrome
  if (expected === undefined) {
    const record = isWanted ? 'npm run conformance:record -- --electron' : 'npm run conformance:record --'
    throw new Error(`"${name}" has not been recorded: ${record} ${file.name}`)
  }
  if (options.only === 'electron' && !isWanted)
    throw new Error(`"${name}" is not run in Chrome, so it belongs into wanted-differences.ts`)
  return printTrace(expected)
}

/** Chrome's trace of a scenario with a wanted difference, as text; undefined where Chrome is not asked. */
export function chromeTrace(file: ScenarioFile, scenario: string): string | undefined {
  const trace = readTraces('chrome', file.name)[scenario]
  return trace === undefined ? undefined : printTrace(trace)
}
