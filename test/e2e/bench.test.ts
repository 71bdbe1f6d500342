import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import type { Results } from '../../bench/campaign/results.ts'
import { withoutGpu } from '../support/electron/without-gpu.ts'
import { root } from '../support/root.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-test-'))
const file = path.join(folder, 'results.json')
const everyRow = [
  'http short echo16 echo1 receive receive-64k receive-1m send rtt-p50 rtt-p99 tls-in tls-out',
  'udp-in udp-out udp-rtt-p50 udp-rtt-p99 stall-main stall idle-open',
].flatMap((rows) => rows.split(' '))
/** In so short a run these may be nothing, or less than nothing. */
const looseRows = ['udp-in-lost', 'udp-out-lost', 'memory']
const rowsOfPage = ['stall-page', 'startup-main', 'first-window', 'storage-set', 'storage-get']
const looseRowsOfPage = ['startup-page']

function bench(...args: string[]): Promise<{ stdout: string }> {
  const jiti = path.join(root, 'node_modules/jiti/lib/jiti-cli.mjs')
  const env = { ...process.env, BENCH_SWITCHES: withoutGpu.join(' ') }
  return promisify(execFile)(process.execPath, [jiti, 'bench/run.ts', ...args], { cwd: root, env })
}

afterAll(() => fs.rmSync(folder, { recursive: true }))

describe('npm run bench', () => {
  it('measures every metric and writes what it found', { timeout: 240_000 }, async () => {
    const { stdout } = await bench('--quick', '--subjects', 'bridge,raw', '--json', file)
    const { samples } = JSON.parse(fs.readFileSync(file, 'utf8')) as Results
    expect(samples.map(({ subject, errors }) => ({ subject, errors }))).toEqual([
      { subject: 'bridge', errors: {} },
      { subject: 'raw', errors: {} },
    ])
    for (const { subject, values } of samples) {
      const hasPage = subject === 'bridge'
      const rows = hasPage ? [...everyRow, ...rowsOfPage] : everyRow
      const loose = hasPage ? [...looseRows, ...looseRowsOfPage] : looseRows
      expect(Object.keys(values).toSorted()).toEqual([...rows, ...loose].toSorted())
      for (const row of rows) expect(values[row]).toBeGreaterThan(0)
      for (const row of loose) expect(values[row]).toSatisfy(Number.isFinite)
    }
    expect(stdout).toMatch(/^HTTP\/1\.1 keep-alive, 32 at once +requests\/s +[\d,]+ +[\d,]+ +\d+\.\d\dx \(/m)
  })

  it('measures what takes long where it is asked for', { timeout: 120_000 }, async () => {
    const other = path.join(folder, 'files.json')
    await bench('--quick', '--subjects', 'bridge', '--metrics', 'files', '--json', other)
    const { samples } = JSON.parse(fs.readFileSync(other, 'utf8')) as Results
    expect(samples.map(({ errors }) => errors)).toEqual([{}])
    for (const { values } of samples) {
      expect(values['files']).toBeGreaterThan(0)
      for (const row of ['files-memory', 'files-memory-4g']) expect(values[row]).toSatisfy(Number.isFinite)
    }
  })

  it('shows results that are there', async () => {
    const { stdout } = await bench('--from', file)
    expect(stdout).toMatch(/^round trip of 64 bytes, p99 +µs +[\d,]+ +[\d,]+ /m)
  })
})
