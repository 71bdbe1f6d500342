import path from 'node:path'
import { attacks } from '../../test/security/siege/attacks/index.ts'
import type { Attack } from '../../test/security/siege/attack.ts'
import { readFigures } from '../../test/security/siege/figures.ts'
import type { Figures } from '../../test/security/siege/figures.ts'
import { goals } from '../../test/security/siege/report.ts'
import { writeTable } from './write-table.ts'

const figuresFile = path.join(import.meta.dirname, '../../test/security/siege/figures.json')

const list = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(', ')

function describeOutcome({ answered = [], refused = [] }: Attack): string {
  const told = refused.length === 0 ? [] : [`refused: ${list(refused)}`]
  return [...told, ...(answered.length === 0 ? [] : [list(answered)])].join('; ')
}

const show = (value: number | null | undefined): string =>
  value === undefined ? '' : String(value ?? 'none')

/** Which attacks miss the goals. */
function writeMisses(figures: Figures): string {
  const measured = attacks.flatMap(({ name }) => {
    const { calmWorst, worst } = figures[name] ?? {}
    return typeof worst === 'number' && typeof calmWorst === 'number' ? [{ calmWorst, name, worst }] : []
  })
  const slow = measured.filter(({ worst }) => worst >= goals.worst)
  const disturbed = measured.filter(({ calmWorst, worst }) => worst > goals.times * calmWorst)
  const worstCalm = Math.max(...measured.map(({ calmWorst }) => calmWorst))
  const shaken = measured.filter(({ worst }) => worst > goals.times * worstCalm)
  const names = (attacksOfKind: readonly { readonly name: string }[]): string =>
    `${attacksOfKind.length} of ${measured.length} (${list(attacksOfKind.map(({ name }) => name)) || 'none'})`
  return [
    `${goals.worst} ms or more: ${names(slow)}.`,
    `More than ${goals.times} times the calm figure beside it: ${names(disturbed)}.`,
    `That figure is the worst of two seconds before the attack, in which often nothing happens. The worst of all of these was`,
    `${worstCalm} ms; more than ${goals.times} times that: ${names(shaken)}.`,
  ].join('\n')
}

/** Every attack, what came of it once, what must come of it, and what was measured last; and which of them miss the goals. */
export function writeSiegeTable(): string {
  const figures = readFigures(figuresFile)
  const table = writeTable(
    ['attack', 'what the page does', 'at first', 'now, at least', 'ms', 'calm', 'stall'],
    attacks.map((attack) => {
      const { calmWorst, stall, worst } = figures[attack.name] ?? {}
      const { before = '', name, what } = attack
      return [name, what, before, describeOutcome(attack), show(worst), show(calmWorst), show(stall)]
    }),
  )
  return `${table}\n\n${writeMisses(figures)}`
}
