import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../support/root.ts'

/** `src/main` from the top: a room imports only what stands on a floor below its own. */
const floors = [
  ['chrome-app'],
  ['install'],
  ['inspector', 'ipc'],
  ['calls'],
  ['api'],
  ['app'],
  ['manifest'],
  ['watch', 'permissions'],
  ['page'],
  ['sockets'],
  ['memory'],
] as const
const rooms = floors.flat()
const floorOf = (room: string): number =>
  floors.findIndex((floor) => (floor as readonly string[]).includes(room))
const pairs = rooms.flatMap((from) => rooms.filter((to) => to !== from).map((to) => [from, to] as const))

/** File, then the rules that it breaks. */
let broken: Map<string, string[]>
let folder: string

function write(file: string, text: string): void {
  fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
  fs.writeFileSync(path.join(folder, file), text)
}

interface Report {
  readonly diagnostics: readonly { readonly code: string; readonly filename: string }[]
}

/** Lints the files as `npm run lint` would, and tells which rules of imports each of them breaks. */
function lint(): Map<string, string[]> {
  const oxlint = path.join(root, 'node_modules/.bin/oxlint')
  const { stdout } = spawnSync(oxlint, ['--deny-warnings', '--format', 'json'], {
    cwd: folder,
    encoding: 'utf8',
  })
  const { diagnostics } = JSON.parse(stdout) as Report
  const found = new Map<string, string[]>()
  for (const { code, filename } of diagnostics) {
    const rule = /\((no-restricted-imports|no-cycle)\)/.exec(code)?.[1]
    if (rule !== undefined) found.set(filename, [...(found.get(filename) ?? []), rule])
  }
  return found
}

const importType = (from: string): string =>
  `import type { Value } from '${from}'\n\nexport type Own = Value\n`

const foreign: readonly (readonly [file: string, from: string])[] = [
  ['src/renderer-types/main.ts', '../main/types.ts'],
  ['src/renderer-types/electron.ts', 'electron'],
  ['src/preload/main.ts', '../main/types.ts'],
  ['src/main/ipc/preload.ts', '../../preload/value.ts'],
  ['src/main/sockets/electron.ts', 'electron'],
  ['src/main/inspector/view/electron.ts', 'electron'],
  ['src/main/inspector/view/types.ts', '../../types.ts'],
  ['src/main/inspector/view/feed.ts', '../value.ts'],
  ['src/main/sockets/index.ts', '../index.ts'],
]

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'walls-'))
  fs.copyFileSync(path.join(root, '.oxlintrc.json'), path.join(folder, '.oxlintrc.json'))
  for (const file of [
    'src/preload/value.ts',
    'src/main/index.ts',
    'src/main/types.ts',
    'src/main/outcome.ts',
  ])
    write(file, 'export type Value = string\n')
  for (const room of rooms) write(`src/main/${room}/value.ts`, 'export type Value = string\n')
  for (const [from, to] of pairs) write(`src/main/${from}/to-${to}.ts`, importType(`../${to}/value.ts`))
  for (const room of rooms) write(`src/main/${room}/to-types.ts`, importType('../types.ts'))
  for (const [file, from] of foreign) write(file, importType(from))
  write('src/main/inspector/view/snapshot.ts', importType('../snapshot.ts'))
  write('bench/one.ts', `${importType('./other.ts')}export type { Value }\n`)
  write('bench/other.ts', "import type { Own } from './one.ts'\n\nexport type Value = Own\n")
  broken = lint()
})

afterAll(() => fs.rmSync(folder, { recursive: true }))

describe('the walls of src/main', () => {
  it.each(pairs)('%s -> %s', (from, to) => {
    const isAllowed = floorOf(from) < floorOf(to)
    expect(broken.get(`src/main/${from}/to-${to}.ts`)).toEqual(
      isAllowed ? undefined : ['no-restricted-imports'],
    )
  })

  it.each(rooms)('let %s have the public types', (room) => {
    expect(broken.get(`src/main/${room}/to-types.ts`)).toBeUndefined()
  })
})

it.each(foreign)('%s may not import %s', (file) => {
  expect(broken.get(file)).toEqual(['no-restricted-imports'])
})

it('the page of the inspector may know what it is sent', () => {
  expect(broken.get('src/main/inspector/view/snapshot.ts')).toBeUndefined()
})

it('a circle is found, of types, too', () => {
  expect([broken.get('bench/one.ts'), broken.get('bench/other.ts')]).toEqual([['no-cycle'], ['no-cycle']])
})

it('every room of src/main has its wall', () => {
  const entries = fs.readdirSync(path.join(root, 'src/main'), { withFileTypes: true })
  const named = entries.map(({ name }) => name)
  expect(named.filter((name) => !(rooms as readonly string[]).includes(name)).toSorted()).toEqual([
    'index.ts',
    'outcome.ts',
    'parse-url.ts',
    'types.ts',
  ])
})
