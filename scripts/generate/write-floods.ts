import path from 'node:path'
import { describeCell } from '../../test/security/floods/cell.ts'
import type { FloodFigures } from '../../test/security/floods/figures.ts'
import { readFloodFigures } from '../../test/security/floods/figures.ts'
import type { Column, Flood } from '../../test/security/floods/flood.ts'
import { columns } from '../../test/security/floods/flood.ts'
import { floods } from '../../test/security/floods/list/index.ts'
import { writeTable } from './write-table.ts'

const figuresFile = path.join(import.meta.dirname, '../../test/security/floods/figures.json')

const writeDate = (date: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date))

function describeConditions({ floods: measured, machine }: FloodFigures): string {
  const cells = Object.values(measured).flatMap((row) => Object.values(row))
  const dates = [...new Set(cells.map(({ date }) => date))].toSorted()
  const [first = '', last = first] = [dates[0], dates.at(-1)]
  const when = first === last ? `on ${writeDate(first)}` : `from ${writeDate(first)} to ${writeDate(last)}`
  const { cores, cpu, electron, memory, system } = machine
  return `Measured ${when}, with Electron ${electron} on ${system}, ${cores} processors (${cpu}) and ${memory}:`
}

function writeCell({ columns: sensible, name }: Flood, column: Column, figures: FloodFigures): string {
  if (sensible?.includes(column) === false) return '—'
  const cell = figures.floods[name]?.[column]
  return cell === undefined ? '' : describeCell(cell)
}

/** When and where it was measured, and what came of each flood in each column; nothing where none was measured. */
export function writeFloodsTable(figures = readFloodFigures(figuresFile)): string {
  if (figures === undefined) return ''
  const table = writeTable(
    ['what a page does for 3 s', ...columns.map(({ title }) => title)],
    floods.map((flood) => [flood.what, ...columns.map(({ name }) => writeCell(flood, name, figures))]),
  )
  return `${describeConditions(figures)}\n\n${table}`
}
