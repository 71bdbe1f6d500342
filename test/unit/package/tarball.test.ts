import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import { describe, expect, it } from 'vitest'
import { root } from '../../support/root.ts'

interface Packed {
  readonly files: readonly { readonly path: string }[]
}

interface Package {
  readonly bugs: string
  readonly homepage: string
  readonly repository: { readonly url: string }
  readonly sideEffects: boolean
  readonly version: string
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

/** The main modules, and what several of them have in common. */
const mainFiles = [
  'app',
  'app-preload-text',
  'index',
  'inspector',
  'install',
  'run',
  'run-app',
  'serving',
  'sockets',
].flatMap((name) => [`dist/${name}.cjs`, `dist/${name}.js`])

/** What several kinds of them load when it is needed. */
const workerFile = 'dist/language-worker.cjs'

/** The file and all that is loaded with it; not what is loaded later, in a function. */
function listLoaded(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found
  found.add(file)
  const statements = /^(?:import .*\bfrom |(?:const|let) \w+ = (?:\w+\()?require\()"([^"]+)"/gm
  for (const [, name = ''] of read(file).matchAll(statements)) {
    if (name.startsWith('./')) listLoaded(path.posix.join('dist', name), found)
    else found.add(name)
  }
  return found
}

/** The preload script inside of a built main module. */
const findCarried = (name: string, code: string): unknown =>
  vm.runInNewContext(new RegExp(`^const ${name} = (".*");$`, 'm').exec(code)?.[1] ?? 'undefined')

describe('the published package', () => {
  it('holds what a user needs and nothing else', { timeout: npmLimit }, () => {
    const types = [
      'dist/app.d.cts',
      'dist/app.d.ts',
      'dist/app-preload.d.cts',
      'dist/app-preload.d.ts',
      'dist/globals-app.d.ts',
      'dist/globals-sockets.d.ts',
      'dist/globals.d.ts',
      'dist/index.d.cts',
      'dist/index.d.ts',
      'dist/preload.d.cts',
      'dist/preload.d.ts',
      'dist/types.d.cts',
      'dist/types.d.ts',
    ]
    const code = [...mainFiles, 'dist/app-preload.cjs', 'dist/cli.js', 'dist/preload.cjs', workerFile]
    const texts = [
      'dist/language-worker.LICENSE.txt',
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
          [
            ...read(file)
              .replaceAll(/^```[^]*?^```/gm, '')
              .matchAll(/\]\(([^)\s#]+)[^)]*\)|(?:href|src)="([^"#]+)/g),
          ].map(([, link, other]) => ({
            file,
            link: link ?? other ?? '',
          })),
        )
        .filter(({ link }) => !/^[a-z]+:/.test(link))
      expect(links.length).toBeGreaterThan(10)
      const dead = links.filter(
        ({ file, link }) => !files.includes(path.posix.join(path.posix.dirname(file), link)),
      )
      expect(dead).toEqual([])
    },
  )

  it.each(['dist/preload.cjs', 'dist/app-preload.cjs'])(
    'has the preload script %s that a sandbox can load: it requires electron and nothing else',
    (file) => {
      expect(listRequired(read(file))).toEqual(['electron'])
    },
  )

  it('has a command that requires nothing but Node', () => {
    expect(listRequired(read('dist/cli.js')).filter((name) => !name.startsWith('node:'))).toEqual([])
  })

  it('has a command that knows its version', () => {
    const { version } = JSON.parse(read('package.json')) as Package
    const command = path.join(root, 'dist/cli.js')
    expect(execFileSync(process.execPath, [command, '--version'], { encoding: 'utf8' })).toBe(`${version}\n`)
  })

  it.each([
    ['dist/preload.cjs', 'installFacade'],
    ['dist/app-preload.cjs', 'installAppFacade'],
  ])('has a preload script %s whose facade can be read as it was written', (file, name) => {
    expect(read(file)).toMatch(new RegExp(`^\\s*function ${name}\\(page, .*\\) \\{$`, 'm'))
  })

  it('has main modules that require nothing but Node, electron and each other, and install nothing', () => {
    const others = mainFiles.flatMap((file) => listRequired(read(file)))
    expect(new Set(others.filter((name) => !/^(?:node:|\.\/)/.test(name)))).toEqual(new Set(['electron']))
    expect(Object.keys(JSON.parse(read('package.json')) as object)).not.toContain('dependencies')
  })

  it.each(['dist/index.js', 'dist/index.cjs'])(
    'has a main module that loads what a program needs to start, and no more: %s',
    (file) => {
      const loaded = [...listLoaded(file)]
      const files = loaded.filter((name) => name.startsWith('dist/'))
      const own = files.map((name) => path.parse(name).name)
      expect(own.toSorted()).toEqual(['index', 'install'])
      // Electron has loaded these before.
      expect(loaded.filter((name) => !files.includes(name)).toSorted()).toEqual([
        'electron',
        'node:events',
        'node:fs',
        'node:module',
        'node:path',
        'node:url',
      ])
      const code = files
        .map(read)
        .join('')
        .replace(/^const preloadText = .*$/m, '')
      expect(code).not.toMatch(/zod|namespaceRow|class TcpSocket/)
      expect(code.length).toBeLessThan(150_000)
    },
  )

  it('has main modules that serve sockets without the rows of whole Chrome Apps', () => {
    for (const kind of ['js', 'cjs'])
      for (const name of ['install', 'serving', 'sockets'])
        expect(read(`dist/${name}.${kind}`)).not.toMatch(/storageLocal|notifications/)
  })

  it('reads the preload script of whole apps, which it carries, only where the file is not there', () => {
    for (const kind of ['js', 'cjs'])
      for (const name of ['app', 'run-app'])
        expect(listLoaded(`dist/${name}.${kind}`)).not.toContain(`dist/app-preload-text.${kind}`)
  })

  it('has a detector of languages that is loaded at the first call, in one file for both kinds of module', () => {
    for (const file of ['dist/app.js', 'dist/app.cjs']) expect(listLoaded(file)).not.toContain(workerFile)
    for (const kind of ['js', 'cjs'])
      expect(read(`dist/run.${kind}`)).toContain('await import("./language-worker.cjs")')
    expect(listRequired(read(workerFile))).toEqual([])
  })

  it('has main modules that ask nobody where they lie, and carry the preload scripts', () => {
    for (const file of mainFiles) expect(read(file)).not.toMatch(/import\.meta|__dirname|__filename/)
    for (const kind of ['js', 'cjs']) {
      expect(findCarried('preloadText', read(`dist/install.${kind}`))).toBe(read('dist/preload.cjs'))
      expect(findCarried('appPreloadText', read(`dist/app-preload-text.${kind}`))).toBe(
        read('dist/app-preload.cjs'),
      )
    }
  })

  it('says where it comes from, that its modules do something when they are loaded, and what is in this version', () => {
    const { bugs, homepage, repository, sideEffects, version } = JSON.parse(read('package.json')) as Package
    for (const address of [bugs, homepage, repository.url])
      expect(address).toMatch(/^(?:git\+)?https:\/\/github\.com\/electron-chrome-sockets\//)
    // The preload script, which exports nothing, is all side effect.
    expect(sideEffects).toBe(true)
    const [, section = ''] = read('CHANGELOG.md').split(`\n## [${version}]\n`)
    expect(section).toMatch(/^- \S/m)
  })

  it('has scripts of ASCII alone, which load faster', () => {
    for (const file of [...mainFiles, workerFile, 'dist/preload.cjs', 'dist/app-preload.cjs'])
      expect(read(file)).not.toMatch(/[^\0-\x7f]/)
  })

  it('has one self-contained declaration file for each entry', () => {
    expect(read('dist/app.d.ts')).toMatch(/^import .* from '\.\/index\.js';$/m)
    for (const file of ['dist/index.d.ts', 'dist/types.d.ts', 'dist/globals-sockets.d.ts']) {
      const imported = [...read(file).matchAll(/^import .* from '(.+)';$/gm)].map(([, name]) => name)
      expect(imported).toEqual(file === 'dist/index.d.ts' ? ['node:events', 'electron'] : [])
    }
  })
})
