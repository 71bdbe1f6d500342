/** What one scenario has left behind. */
export interface Trace {
  readonly lines: readonly (readonly unknown[])[]
  /** First lines of errors and warnings on the console, in order. */
  readonly console: readonly string[]
  /** What went wrong in the scenario itself. */
  readonly errors?: readonly string[]
}

/** One line for each line of the trace, keys in their order: exact, and good to compare. */
export function printTrace(trace: Trace): string {
  const lines = trace.lines.map((line) => JSON.stringify(line))
  const messages = trace.console.map((message) => `console ${message}`)
  const errors = (trace.errors ?? []).map((error) => `scenario failed: ${error}`)
  return [...lines, ...messages, ...errors].join('\n')
}

export type Traces = Record<string, Trace>

function printList(items: readonly unknown[], indent: string): string {
  if (items.length === 0) return '[]'
  const lines = items.map((item) => `${indent}  ${JSON.stringify(item)}`)
  return `[\n${lines.join(',\n')}\n${indent}]`
}

function printEntry([name, { lines, console, errors }]: [string, Trace]): string {
  const parts = [`    "lines": ${printList(lines, '    ')}`, `    "console": ${printList(console, '    ')}`]
  if (errors !== undefined) parts.push(`    "errors": ${printList(errors, '    ')}`)
  return `  ${JSON.stringify(name)}: {\n${parts.join(',\n')}\n  }`
}

/** JSON with one line for each line of a trace. */
export function printTraces(traces: Traces): string {
  return `{\n${Object.entries(traces).map(printEntry).join(',\n')}\n}\n`
}
