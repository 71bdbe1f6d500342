import type { Machine } from '../campaign/machine.ts'
import { formatNumber } from '../report/format-number.ts'
import type { Levels } from './memory-watch.ts'
import type { PartResult } from './run-part.ts'

export interface SoakResults {
  readonly date: string
  readonly command: string
  readonly machine: Machine
  readonly electron: string
  readonly scale: number
  readonly seconds: number
  readonly parts: readonly PartResult[]
}

const head = [
  'what',
  'amount',
  'seconds',
  'rate',
  'main: start, peak, end (MiB)',
  'page: start, peak, end (MiB)',
  'errors',
]

const printLevels = ({ end, peak, start }: Levels): string =>
  [start, peak, end].map((level) => Math.round(level)).join(', ')

function makeRows({ parts }: SoakResults): string[][] {
  return parts.map(({ amount, count, errors, main, page, time, title, unit }) => [
    title,
    amount,
    (time / 1000).toFixed(1),
    `${formatNumber((count / time) * 1000)} ${unit}`,
    printLevels(main),
    printLevels(page),
    String(errors.length),
  ])
}

/** For docs/load.md. */
export function printMarkdown(results: SoakResults): string {
  const { command, date, electron, machine } = results
  const rows = [head, head.map(() => '---'), ...makeRows(results)]
  const { cores, cpu, memory } = machine
  const source = `\`${command}\`, ${date.slice(0, 10)}, Electron ${electron}, ${cpu}, ${cores} cores, ${memory}`
  return [...rows.map((row) => `| ${row.join(' | ')} |`), '', source].join('\n')
}

/** For a terminal. */
export function printText(results: SoakResults): string {
  const [, ...names] = head
  const blocks = makeRows(results).map(([title, ...cells]) =>
    [title, ...cells.map((cell, index) => `  ${names[index]}: ${cell}`)].join('\n'),
  )
  const errors = results.parts.flatMap(({ errors: found, name }) =>
    found.map((text) => `${name} FAILED: ${text}`),
  )
  return [...blocks, ...errors].join('\n')
}
