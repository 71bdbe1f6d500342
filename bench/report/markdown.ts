import type { Results, SubjectResult } from '../campaign/results.ts'
import { joinColumns } from './join-columns.ts'
import type { Columns, Table } from './table.ts'

const escape = (cell: string): string => cell.replaceAll('|', '\\|')
const printLine = (cells: readonly string[]): string => `| ${cells.map(escape).join(' | ')} |`

export function printColumns(...groups: readonly Columns[]): string {
  const [head = [], ...rows] = joinColumns(...groups)
  const names = groups[0]?.head.length ?? 0
  const rule = head.map((_, column) => (column < names ? '---' : '---:'))
  return [head, rule, ...rows].map(printLine).join('\n')
}

function printVersions(subjects: readonly SubjectResult[]): string {
  const electron = subjects.find(({ versions }) => versions['electron'] !== undefined)?.versions
  const chrome = subjects.find(({ name }) => name === 'chrome')?.versions['chrome']
  return [
    electron && `Electron ${electron['electron']} (Chromium ${electron['chrome']}, Node ${electron['node']})`,
    chrome && `Chromium ${chrome} as \`chrome\``,
  ]
    .filter(Boolean)
    .join(', ')
}

function printOrigin({ date, machine, rounds, seconds, quick, subjects }: Results): string {
  const { cpu, cores, memory, kernel, node } = machine
  const length = `${rounds} ${rounds === 1 ? 'round' : 'rounds'}${quick ? ' (--quick)' : ''}`
  return (
    `Measured on ${date.slice(0, 10)} in ${length} and ${Math.ceil(seconds / 60)} minutes. ` +
    `Machine: ${cpu}, ${cores} cores, ${memory}, ${kernel}. ` +
    `${printVersions(subjects)}, Node ${node} as load generator.`
  )
}

/** For the README of the bench: where the figures come from, the medians, and the ratios with their goals. */
export function printMarkdown(results: Results, { labels, medians, ratios, notes }: Table): string {
  const parts = [printOrigin(results), printColumns(labels, medians)]
  const names = { head: labels.head.slice(0, 1), rows: labels.rows.map((row) => row.slice(0, 1)) }
  if (ratios.head.length > 0) parts.push(printColumns(names, ratios))
  if (notes.length > 0) parts.push(notes.map((note) => `- ${note}`).join('\n'))
  return parts.join('\n\n')
}
