import type { LimitRow } from '../../src/main/install/limits.ts'
import { limitRows } from '../../src/main/install/limits.ts'
import { writeTable } from './write-table.ts'

const mebibyte = 1024 * 1024
const rows: readonly (readonly [string, LimitRow])[] = Object.entries(limitRows)

function showValue(value: number): string {
  return value % mebibyte === 0 ? `${value / mebibyte} MiB` : value.toLocaleString('en-US')
}

function capitalize(text: string): string {
  return text.replace(/^[a-z]/, (letter) => letter.toUpperCase())
}

/** The public type, as it stands between the marks in types.ts. */
export function writeLimitsType(): string {
  const properties = rows.map(
    ([name, { above, of, value }]) =>
      `/**\n * ${capitalize(of)}.\n * Above it: ${above}. Default: ${showValue(value)}.\n */\nreadonly ${name}: number`,
  )
  const comment = '/** How much one app may hold at a time; each a whole number of at least 1. */'
  return `${comment}\nexport interface Limits {\n${properties.join('\n')}\n}`
}

/** The table of the docs. */
export function writeLimitsTable(): string {
  return writeTable(
    ['limit', 'of what', 'default', 'above it'],
    rows.map(([name, { above, of, value }]) => [`\`${name}\``, of, showValue(value), above]),
  )
}
