import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
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

/** The preload script inside of a built main module. */
const findCarried = (code: string): unknown =>
  vm.runInNewContext(/^const preloadText = (".*");$/m.exec(code)?.[1] ?? 'undefined')

describe('the published package', () => {
  it('holds what a user needs and nothing else', { timeout: npmLimit }, () => {
    const types = [
      'dist/globals-sockets.d.ts',
      'dist/globals.d.ts',
      'dist/index.d.cts',
      'dist/index.d.ts',
      'dist/preload.d.cts',
      'dist/preload.d.ts',
      'dist/types.d.ts',
    ]
    const code = ['dist/index.cjs', 'dist/index.js', 'dist/preload.cjs']
    const texts = [
      'dist/zod.LICENSE.txt',
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'SECURITY.md',
      'package.json',
    ]
    const docs = fs.readdirSync(path.join(root, 'docs')).map((name) => `docs/${name}`)
    expect(listTarball().toSorted()).toEqual([...types, ...code, ...texts, ...docs].toSorted())
  })

  it(
    'has texts whose links lead somewhere for who has nothing but the package',
    { timeout: npmLimit },
    () => {
      const files = listTarball()
      const links = files
        .filter((file) => file.endsWith('.md'))
        .flatMap((file) =>
          [...read(file).matchAll(/\]\(([^)\s#]+)[^)]*\)|(?:href|src)="([^"#]+)/g)].map(
            ([, link, other]) => ({
              file,
              link: link ?? other ?? '',
            }),
          ),
        )
        .filter(({ link }) => !/^[a-z]+:/.test(link))
      expect(links.length).toBeGreaterThan(10)
      const dead = links.filter(
        ({ file, link }) => !files.includes(path.posix.join(path.posix.dirname(file), link)),
      )
      expect(dead).toEqual([])
    },
  )

  it('has a preload script that a sandbox can load: it requires electron and nothing else', () => {
    expect(listRequired(read('dist/preload.cjs'))).toEqual(['electron'])
  })

  it('has a preload script whose facade can be read as it was written', () => {
    expect(read('dist/preload.cjs')).toMatch(/^\s*function installFacade\(page, .*\) \{$/m)
  })

  it('has a main module that requires nothing but Node and electron, and installs nothing', () => {
    for (const file of ['dist/index.js', 'dist/index.cjs']) {
      const others = listRequired(read(file)).filter((name) => !name.startsWith('node:'))
      expect(new Set(others)).toEqual(new Set(['electron']))
    }
    expect(Object.keys(JSON.parse(read('package.json')) as object)).not.toContain('dependencies')
  })

  it('has a main module that asks nobody where it lies, and carries the preload script', () => {
    for (const file of ['dist/index.js', 'dist/index.cjs']) {
      expect(read(file)).not.toMatch(/import\.meta|__dirname|__filename/)
      expect(findCarried(read(file))).toBe(read('dist/preload.cjs'))
    }
  })

  it('has one self-contained declaration file for each entry', () => {
    for (const file of ['dist/index.d.ts', 'dist/types.d.ts', 'dist/globals-sockets.d.ts']) {
      const imported = [...read(file).matchAll(/^import .* from '(.+)';$/gm)].map(([, name]) => name)
      expect(imported).toEqual(file === 'dist/index.d.ts' ? ['node:events', 'electron'] : [])
    }
  })
})
