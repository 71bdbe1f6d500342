import { expect } from 'vitest'
import { chromeTrace, expectedTrace, findWantedDifference } from './driver/comparison.ts'
import type { ScenarioEntry, ScenarioFile } from './driver/scenario-entry.ts'
import type { Trace } from './driver/trace.ts'
import { printTrace } from './driver/trace.ts'

/** A scenario leaves Chrome's trace here, or that of a wanted difference. */
export function expectTrace(file: ScenarioFile, entry: ScenarioEntry, found: Trace): void {
  const trace = printTrace(found)
  expect(trace).toBe(expectedTrace(file, entry))
  if (findWantedDifference(file, entry.name) !== undefined)
    expect(trace, 'Chrome does the same: to be taken from wanted-differences.ts').not.toBe(
      chromeTrace(file, entry.name),
    )
}
