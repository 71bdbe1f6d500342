import type { Result } from './run-attack.ts'

const round = (value: number): string => (Number.isNaN(value) ? '?' : String(Math.round(value)))

const printCounts = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name.slice(0, 60)} ${count}`)
    .join(', ') || 'none'

/** Milliseconds, and how many times the worst round trip without an attack: goals for a quiet machine with two cores. */
export const goals = { worst: 250, times: 5 }

function judge({ calmWorst, worst }: Result): string {
  const isMet = worst < goals.worst && worst <= goals.times * calmWorst
  return isMet ? '' : ` (the goal is ${Math.round(Math.min(goals.worst, goals.times * calmWorst))})`
}

export function printResult(result: Result): string {
  const { answers, busy, calmWorst, what, failures, log, memory, name, refused, stall, time, worst } = result
  return [
    `${name}: ${what} (${(time / 1000).toFixed(1)} s)`,
    `  worst round trip ${round(worst)} ms${judge(result)}, ${round(calmWorst)} without, stall of main ${round(stall)} ms, in which it computed ${round(busy)} at most`,
    `  memory of main ${round(memory.before)}, ${round(memory.most)}, ${round(memory.after)} MiB`,
    `  log ${log.lines} lines, ${log.characters} characters; refused: ${printCounts(refused)}`,
    `  answers: ${printCounts(answers)}`,
    ...log.first.map((line) => `  | ${line.split('\n').slice(0, 3).join(' / ')}`),
    ...failures.map((failure) => `  FAILED ${failure}`),
  ].join('\n')
}
