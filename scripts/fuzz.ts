/** npm run fuzz -- [--messages N] [--seed N]: the hostile messages of test/security/unit, more of them, from another seed. */
import { spawnSync } from 'node:child_process'
import crypto from 'node:crypto'
import { createRequire } from 'node:module'
import path from 'node:path'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: String(crypto.randomInt(2 ** 31)) },
  },
})
const vitest = path.join(
  path.dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
  'vitest.mjs',
)
const args = [vitest, 'run', '--project', 'unit', 'test/security/unit/hostile-messages.test.ts']
const env = { ...process.env, FUZZ_MESSAGES: values.messages, FUZZ_SEED: values.seed }
const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env })
process.exit(status ?? 1)
