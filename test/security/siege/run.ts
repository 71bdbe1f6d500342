/** npm run siege -- [--attacks NAME,NAME] [--scale N]: see README.md beside this file. */
import { parseArgs } from 'node:util'
import { attacks } from './attacks/index.ts'
import { printResult } from './report.ts'
import { runAttack } from './run-attack.ts'

const { values } = parseArgs({
  options: {
    attacks: { type: 'string' },
    scale: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '60' },
    json: { type: 'string', default: 'out/siege/results.json' },
  },
})
const settings = { scale: Number(values.scale), attackLimit: Number(values.seconds) * 1000, rest: 2000 }
const names = values.attacks?.split(',')
const chosen = attacks.filter(({ name }) => names === undefined || names.includes(name))
const unknown = names?.find((name) => attacks.every((attack) => attack.name !== name))
if (unknown !== undefined) throw new Error(`there is no attack "${unknown}"`)
let failed = 0
for (const attack of chosen) {
  const result = await runAttack(attack, settings)
  console.log(printResult(result))
  if (result.failures.length > 0) failed += 1
}
process.exit(failed === 0 ? 0 : 1)
