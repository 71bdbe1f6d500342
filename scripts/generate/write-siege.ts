import path from 'node:path'
import { attacks } from '../../test/security/siege/attacks/index.ts'
import type { Attack } from '../../test/security/siege/attack.ts'
import { readFigures } from '../../test/security/siege/figures.ts'
import { writeTable } from './write-table.ts'

const figuresFile = path.join(import.meta.dirname, '../../test/security/siege/figures.json')

const list = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(', ')

function describeOutcome({ answered = [], refused = [] }: Attack): string {
  const told = refused.length === 0 ? [] : [`refused: ${list(refused)}`]
  return [...told, ...(answered.length === 0 ? [] : [list(answered)])].join('; ')
}

const show = (value: number | null | undefined): string =>
  value === undefined ? '' : String(value ?? 'none')

/** Every attack, what came of it once, what must come of it, and what was measured last. */
export function writeSiegeTable(): string {
  const figures = readFigures(figuresFile)
  return writeTable(
    ['attack', 'what the page does', 'at first', 'now, at least', 'ms', 'calm', 'stall'],
    attacks.map((attack) => {
      const { calmWorst, stall, worst } = figures[attack.name] ?? {}
      const { before = '', name, what } = attack
      return [name, what, before, describeOutcome(attack), show(worst), show(calmWorst), show(stall)]
    }),
  )
}
