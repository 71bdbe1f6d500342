/** npm run siege -- [--attacks NAME,NAME] [--scale N] [--figures FILE]: see README.md beside this file. */
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { attacks } from './attacks/index.ts'
import { writeFigures } from './figures.ts'
import { printResult } from './report.ts'
import type { Result } from './run-attack.ts'
import { Siege } from './run-attack.ts'
import { runAnywhere } from './run-anywhere.ts'

const { values } = parseArgs({
  options: {
    attacks: { type: 'string' },
    scale: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '60' },
    figures: { type: 'string' },
    json: { type: 'string', default: 'out/siege/results.json' },
  },
})
const settings = {
  scale: Number(values.scale),
  attackLimit: Number(values.seconds) * 1000,
  rest: 2000,
  shares: false,
}
const names = values.attacks?.split(',')
const chosen = attacks.filter(({ name }) => names === undefined || names.includes(name))
const unknown = names?.find((name) => attacks.every((attack) => attack.name !== name))
if (unknown !== undefined) throw new Error(`there is no attack "${unknown}"`)
const siege = new Siege(settings)
const results: Result[] = []
for (const attack of chosen) {
  const result = await runAnywhere(siege, attack, settings)
  if (result === undefined) {
    console.log(`${attack.name}: ${attack.what}: cannot be tried here`)
    continue
  }
  console.log(printResult(result))
  results.push(result)
  if (values.figures !== undefined) writeFigures(values.figures, [result])
}
fs.mkdirSync(path.dirname(values.json), { recursive: true })
fs.writeFileSync(values.json, `${JSON.stringify({ date: new Date().toISOString(), results }, null, 2)}\n`)
process.exit(results.every(({ failures }) => failures.length === 0) ? 0 : 1)
