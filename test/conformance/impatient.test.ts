import { beforeAll, describe, expect, it } from 'vitest'
import { expectedTrace } from './driver/comparison.ts'
import { impatientApp, runImpatiently } from './driver/impatient-network.ts'
import { listScenarioFiles } from './driver/scenario-files.ts'
import type { Traces } from './driver/trace.ts'
import { printTrace } from './driver/trace.ts'

const files = listScenarioFiles().filter(({ app }) => app === impatientApp)
/** Seconds where a network of its own can be had, minutes where not. */
const limit = 300_000

describe.each(files)('$name, where connecting is given up soon', (file) => {
  let traces: Traces

  beforeAll(async () => {
    traces = await runImpatiently('electron', file.name)
  }, limit)

  it.each(file.scenarios)('$name', (entry) => {
    const trace = traces[entry.name]
    expect(trace && printTrace(trace)).toBe(expectedTrace(file, entry))
  })
})
