import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { withoutGpu } from '../support/electron/without-gpu.ts'
import { root } from '../support/root.ts'

const jiti = path.join(
  path.dirname(createRequire(import.meta.url).resolve('jiti/package.json')),
  'lib/jiti-cli.mjs',
)

async function soak(...args: string[]): Promise<{ code: number; output: string }> {
  const env = { ...process.env, BENCH_SWITCHES: withoutGpu.join(' ') }
  const child = spawn(process.execPath, [jiti, path.join(root, 'bench/soak/run.ts'), ...args], { env })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
  const [code] = await once(child, 'close')
  return { code: Number(code), output }
}

it('every part of the soak runs through, on a small scale', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'soak-'))
  const json = path.join(folder, 'results.json')
  const { code, output } = await soak('--scale', '0.002', '--json', json, '--markdown')
  expect(output).toContain('| 20 clients, 4 busy, 220 round trips |')
  const results: unknown = JSON.parse(fs.readFileSync(json, 'utf8'))
  fs.rmSync(folder, { recursive: true })
  expect(results).toMatchObject({
    parts: [
      { name: 'clients', count: 200, errors: [] },
      { name: 'messages', count: 2000, errors: [] },
      { name: 'bulk', errors: [] },
      { name: 'short', count: 200, errors: [] },
      { name: 'app', count: 20, errors: [] },
    ],
  })
  expect(code).toBe(0)
}, 120_000)

it('a soak that does not exist is refused', async () => {
  const { code, output } = await soak('--parts', 'clients,nonsense')
  expect(output).toContain('there is no part "nonsense", but clients, messages, bulk, short, app')
  expect(code).not.toBe(0)
})
