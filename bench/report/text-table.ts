import { joinColumns } from './join-columns.ts'
import type { Table } from './table.ts'

/** For a terminal: columns under each other, numbers to the right. */
export function printTextTable({ labels, medians, ratios, notes }: Table): string {
  const lines = joinColumns(labels, medians, ratios)
  const widthOf = (column: number): number => Math.max(...lines.map((line) => line[column]?.length ?? 0))
  const widths = lines[0]?.map((_, column) => widthOf(column)) ?? []
  const pad = (cell: string, column: number): string => {
    const width = widths[column] ?? 0
    return column < labels.head.length ? cell.padEnd(width) : cell.padStart(width)
  }
  const printed = lines.map((line) => line.map(pad).join('  ').trimEnd())
  return [...printed, ...notes.map((note) => `* ${note}`)].join('\n')
}
