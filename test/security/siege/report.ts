import type { Result } from './run-attack.ts'

const round = (value: number): string => (Number.isNaN(value) ? '?' : String(Math.round(value)))

const printCounts = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name.slice(0, 60)} ${count}`)
    .join(', ') || 'none'

export function printResult(result: Result): string {
  const { answers, calmWorst, deed, failures, log, memory, name, refused, stall, time, worst } = result
  return [
    `${name}: ${deed} (${(time / 1000).toFixed(1)} s)`,
    `  worst round trip ${round(worst)} ms (${round(calmWorst)} without), stall of main ${round(stall)} ms`,
    `  memory of main ${round(memory.before)}, ${round(memory.most)}, ${round(memory.after)} MiB`,
    `  log ${log.lines} lines, ${log.characters} characters; refused: ${printCounts(refused)}`,
    `  answers: ${printCounts(answers)}`,
    ...log.first.map((line) => `  | ${line.split('\n').slice(0, 3).join(' / ')}`),
    ...failures.map((failure) => `  FAILED ${failure}`),
  ].join('\n')
}
