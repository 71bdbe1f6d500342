import type { Table } from './table.ts'

/** For a terminal: columns under each other, numbers to the right. */
export function printTextTable({ head, rows, notes }: Table): string {
  const lines = [head, ...rows]
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  const printed = lines.map((line) =>
    line
      .map((cell, column) =>
        column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  )
  return [...printed, ...notes.map((note) => `* ${note}`)].join('\n')
}
