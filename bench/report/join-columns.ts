import type { Columns } from './table.ts'

/** The lines of groups of columns beside each other, the head first. */
export function joinColumns(...groups: readonly Columns[]): string[][] {
  const count = groups[0]?.rows.length ?? 0
  const head = groups.flatMap((group) => group.head)
  return [
    head,
    ...Array.from({ length: count }, (_, row) => groups.flatMap((group) => group.rows[row] ?? [])),
  ]
}
