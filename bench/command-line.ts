import { parseArgs } from 'node:util'
import { choose } from './choose.ts'
import { metrics } from './metrics/index.ts'
import type { Metric } from './metrics/metric.ts'
import { subjects } from './subjects/index.ts'
import type { Subject } from './subjects/subject.ts'

export interface CommandLine {
  readonly rounds: number
  readonly subjects: readonly Subject[]
  readonly metrics: readonly Metric[]
  readonly quick: boolean
  readonly profile: boolean
  /** The file that the results are written to. */
  readonly json: string
  /** Results to show instead of measuring. */
  readonly from: string | undefined
  /** Whether the results go into the README. */
  readonly markdown: boolean
}

function readCount(option: string, text: string): number {
  const count = Number(text)
  if (Number.isInteger(count) && count > 0) return count
  throw new Error(`${option} needs a number from 1 up, not "${text}"`)
}

export function readCommandLine(args: readonly string[]): CommandLine {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string' },
      subjects: { type: 'string' },
      metrics: { type: 'string' },
      quick: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
      json: { type: 'string', default: 'out/bench/results.json' },
      from: { type: 'string' },
      markdown: { type: 'boolean', default: false },
    },
  })
  const { quick, profile, json, from, markdown } = values
  return {
    rounds: readCount('--rounds', values.rounds ?? (quick ? '1' : '5')),
    subjects: choose('subject', subjects, values.subjects),
    metrics: choose('metric', metrics, values.metrics).filter(
      ({ isLong }) => isLong !== true || values.metrics !== undefined,
    ),
    quick,
    profile,
    json,
    from,
    markdown,
  }
}
