import type { Results } from '../campaign/results.ts'
import { metrics } from '../metrics/index.ts'
import type { Row } from '../metrics/metric.ts'
import { formatNumber } from './format-number.ts'
import { printColumns } from './markdown.ts'
import { findMedian, findRatio } from './summary.ts'

/** What somebody who decides wants to know. */
const shown: ReadonlySet<string> = new Set([
  'http',
  'short',
  'echo16',
  'receive',
  'receive-64k',
  'receive-1m',
  'send',
  'rtt-p50',
  'tls-in',
  'tls-out',
  'udp-in',
  'udp-out',
  'udp-rtt-p50',
  'startup-main',
  'startup-page',
  'storage-set',
  'memory',
])

/** Where Chrome has nothing to compare with, as of a start, ours stands alone. */
function printRow(results: Results, { id, label, unit }: Row): string[] {
  const [own, chrome] = ['bridge', 'chrome'].map((subject) => findMedian(results, id, subject))
  const ratio = findRatio(results, id, 'bridge', 'chrome')
  if (own === undefined) return []
  const theirs = chrome === undefined ? '-' : formatNumber(chrome)
  return [label, unit, formatNumber(own), theirs, ratio === undefined ? '-' : `${ratio.toFixed(2)}x`]
}

/** For the README: the rows of Chrome's and ours that matter most. */
export function printComparison(results: Results): string {
  const rows = metrics
    .flatMap((metric) => metric.rows)
    .filter(({ id }) => shown.has(id))
    .map((row) => printRow(results, row))
    .filter((cells) => cells.length > 0)
  return printColumns(
    { head: ['', 'unit'], rows: rows.map((cells) => cells.slice(0, 2)) },
    { head: ['here', 'Chrome', 'here / Chrome'], rows: rows.map((cells) => cells.slice(2)) },
  )
}
