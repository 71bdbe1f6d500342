type Row = readonly string[]

/** A table in Markdown. */
export function writeTable(head: Row, rows: readonly Row[]): string {
  const lines = [head, head.map(() => '---'), ...rows]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
