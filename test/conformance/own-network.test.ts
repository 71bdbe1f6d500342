import { beforeAll, describe, expect, it } from 'vitest'
import { expectedTrace } from './driver/comparison.ts'
import { hasOwnNetwork, runInOwnNetwork } from './driver/own-network.ts'
import { listScenarioFiles } from './driver/scenario-files.ts'
import type { Traces } from './driver/trace.ts'
import { printTrace } from './driver/trace.ts'

const files = listScenarioFiles().filter(({ app }) => hasOwnNetwork(app))
/** Seconds where a network of its own can be had, minutes where not. */
const limit = 300_000

describe.each(files)('$name, in a network of its own', (file) => {
  let traces: Traces

  beforeAll(async () => {
    traces = await runInOwnNetwork('electron', file.name, file.app)
  }, limit)

  it.each(file.scenarios)('$name', (entry) => {
    const trace = traces[entry.name]
    expect(trace && printTrace(trace)).toBe(expectedTrace(file, entry))
  })
})
