import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../support/root.ts'

interface Packed {
  readonly files: readonly { readonly path: string }[]
}

function listTarball(): string[] {
  const text = execFileSync('npm', ['pack', '--dry-run', '--json'], { cwd: root, encoding: 'utf8' })
  const [packed] = Object.values(JSON.parse(text) as Record<string, Packed>)
  return (packed?.files ?? []).map((file) => file.path)
}

/** npm takes long to start where the machine is busy. */
const npmLimit = 60_000

const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8')

/** What a built file asks its runtime for. */
const listRequired = (code: string): string[] =>
  [...code.matchAll(/\brequire\("([^"]+)"\)|\bfrom "([^"]+)"/g)].map(
    ([, required, imported]) => required ?? imported ?? '',
  )

describe('the published package', () => {
  it('holds what a user needs and nothing else', { timeout: npmLimit }, () => {
    const types = [
      'dist/globals.d.ts',
      'dist/index.d.cts',
      'dist/index.d.ts',
      'dist/preload.d.cts',
      'dist/types.d.ts',
    ]
    const code = ['dist/index.cjs', 'dist/index.js', 'dist/preload.cjs']
    const texts = ['CHANGELOG.md', 'LICENSE', 'README.md', 'SECURITY.md', 'package.json']
    expect(listTarball().toSorted()).toEqual([...types, ...code, ...texts].toSorted())
  })

  it('has a preload script that a sandbox can load: it requires electron and nothing else', () => {
    expect(listRequired(read('dist/preload.cjs'))).toEqual(['electron'])
  })

  it('has a main module without anything but Node, electron and zod', () => {
    for (const file of ['dist/index.js', 'dist/index.cjs']) {
      const others = listRequired(read(file)).filter((name) => !name.startsWith('node:') && name !== 'url')
      expect(new Set(others)).toEqual(new Set(['electron', 'zod/mini']))
    }
  })

  it('has one self-contained declaration file for each entry', () => {
    for (const file of ['dist/index.d.ts', 'dist/types.d.ts', 'dist/globals.d.ts']) {
      const imported = [...read(file).matchAll(/^import .* from '(.+)';$/gm)].map(([, name]) => name)
      expect(imported).toEqual(file === 'dist/index.d.ts' ? ['node:events', 'electron'] : [])
    }
  })
})
