/** npm run floods -- [--only NAME,NAME] [--columns NAME,NAME] [--figures FILE]: see README.md beside this file. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { describeMachine } from '../../../bench/campaign/machine.ts'
import { choose } from '../../../bench/choose.ts'
import { describeCell } from './cell.ts'
import type { FloodMachine } from './figures.ts'
import { addCell, readFloodFigures, writeFloodFigures } from './figures.ts'
import { columns } from './flood.ts'
import { floods } from './list/index.ts'
import type { Measured } from './measure.ts'
import { measure } from './measure.ts'
import { servePages } from './serve-pages.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    columns: { type: 'string' },
    seconds: { type: 'string', default: '20' },
    figures: { type: 'string' },
    json: { type: 'string', default: 'out/floods/results.json' },
  },
})

function nameMachine(electron: string): FloodMachine {
  const { cores, cpu, memory } = describeMachine()
  return { electron, system: os.type(), cpu, cores, memory }
}

const chosenFloods = choose('flood', floods, values.only)
const chosenColumns = choose('column', columns, values.columns)
const runs = chosenFloods.flatMap((flood) =>
  chosenColumns
    .filter(({ name }) => flood.columns?.includes(name) ?? true)
    .map(({ name }) => ({ flood, column: name })),
)
const pages = await servePages()
const results: (Measured & { readonly flood: string; readonly column: string })[] = []
let failures = 0
for (const { column, flood } of runs)
  try {
    const measured = await measure(flood, column, pages, Number(values.seconds) * 1000)
    const { cell, electron, notes } = measured
    console.log(`${flood.name}, ${column}: ${describeCell(cell)}`)
    for (const note of notes) console.log(`  ${note}`)
    results.push({ ...measured, flood: flood.name, column })
    if (values.figures === undefined) continue
    const figures = readFloodFigures(values.figures)
    writeFloodFigures(values.figures, addCell(figures, nameMachine(electron), flood.name, column, cell))
  } catch (error) {
    failures += 1
    console.log(`${flood.name}, ${column}: FAILED ${String(error)}`)
  }
pages.close()
fs.mkdirSync(path.dirname(values.json), { recursive: true })
fs.writeFileSync(values.json, `${JSON.stringify({ date: new Date().toISOString(), results }, null, 2)}\n`)
process.exit(failures === 0 ? 0 : 1)
