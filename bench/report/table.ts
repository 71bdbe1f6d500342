import type { Results } from '../campaign/results.ts'
import { metrics } from '../metrics/index.ts'
import type { Row } from '../metrics/metric.ts'
import { formatNumber } from './format-number.ts'
import type { Goal } from './goals.ts'
import { findGoal } from './goals.ts'
import { countFailures, findMedian, findRatio } from './summary.ts'

export interface Columns {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Three groups of columns with the same rows. */
export interface Table {
  readonly labels: Columns
  readonly medians: Columns
  readonly ratios: Columns
  /** What is to be known about it: what is not there, what is different, what failed. */
  readonly notes: readonly string[]
}

const own = 'bridge'
const comparedWith = ['foxglove', 'chrome', 'raw']

/** Building the apps is over before the load average has noticed much of it. */
const quietLoad = 1

type NamedRow = Row & { readonly metric: string }

function judge(goal: Goal, found: number): string {
  return `${goal.text}: ${goal.isMet(found) ? 'met' : 'MISSED'}`
}

function printMedian(results: Results, row: NamedRow, subject: string): string {
  const described = results.subjects.find(({ name }) => name === subject)
  if (described?.missing !== undefined) return 'not installed'
  const median = findMedian(results, row.id, subject)
  const failures = countFailures(results, row.metric, subject)
  const failed = failures === 0 ? '' : `failed ${failures}/${results.rounds}`
  if (median === undefined) return failed === '' ? '-' : failed
  const goal = subject === own ? findGoal(row.id, 'itself') : undefined
  const remarks = [failed, goal === undefined ? '' : judge(goal, median)].filter(Boolean)
  return remarks.length === 0 ? formatNumber(median) : `${formatNumber(median)} (${remarks.join(', ')})`
}

function printRatio(results: Results, row: NamedRow, against: string): string {
  const ratio = findRatio(results, row.id, own, against)
  const goal = findGoal(row.id, against)
  const found = ratio === undefined ? '-' : `${ratio.toFixed(2)}x`
  if (goal === undefined) return found
  if (ratio === undefined) return `${found} (${goal.text})`
  return `${found} (${judge(goal, ratio)})`
}

/** Messages of several lines and of several rounds are told once, in short. */
function listNotes({ machine, subjects, samples, rounds, endedIn }: Results): string[] {
  const busy =
    machine.load < quietLoad
      ? []
      : [`the machine was busy with something else when this began: load average ${machine.load}`]
  const cut = endedIn === undefined ? [] : [`the time was up in round ${endedIn + 1} of ${rounds}`]
  const absent = subjects.flatMap(({ name, missing }) =>
    missing === undefined ? [] : [`${name}: not installed. ${missing}`],
  )
  const noted = samples.flatMap(({ subject, notes }) =>
    Object.entries(notes).map(([metric, text]) => `${subject}, ${metric}: ${text}`),
  )
  const failed = samples.flatMap(({ subject, errors }) =>
    Object.entries(errors).map(([metric, message]) => `${subject}, ${metric}: ${message.split('\n', 1)[0]}`),
  )
  return [...new Set([...busy, ...cut, ...absent, ...noted, ...failed])]
}

export function makeTable(results: Results): Table {
  const names = results.subjects.map(({ name }) => name)
  const others = names.includes(own) ? comparedWith.filter((name) => names.includes(name)) : []
  const rows = metrics
    .filter(({ name }) => results.metrics.includes(name))
    .flatMap((metric) => metric.rows.map((row) => ({ ...row, metric: metric.name })))
  return {
    labels: { head: ['', 'unit'], rows: rows.map(({ label, unit }) => [label, unit]) },
    medians: { head: names, rows: rows.map((row) => names.map((name) => printMedian(results, row, name))) },
    ratios: {
      head: others.map((other) => `${own} / ${other}`),
      rows: rows.map((row) => others.map((other) => printRatio(results, row, other))),
    },
    notes: listNotes(results),
  }
}
