import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Gifts } from '../../../../../src/main/chrome-app/files/gifts.ts'
import { giveLaunchedFiles } from '../../../../../src/main/chrome-app/files/launched-files.ts'
import { listFiles } from '../../../../../src/main/chrome-app/files/listed-files.ts'
import {
  fileHandlersSchema,
  readFileHandlers,
} from '../../../../../src/main/chrome-app/manifest/file-handlers.ts'

let folder: string
let gifts: Gifts

beforeEach(() => {
  folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'launched-')))
  for (const file of ['a.txt', 'b.TXT', 'c.png', 'd.unknown', 'none'])
    fs.writeFileSync(path.join(folder, file), '')
  fs.mkdirSync(path.join(folder, 'inner'))
  fs.symlinkSync('a.txt', path.join(folder, 'link.txt'))
  gifts = new Gifts()
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

async function launch(handlers: unknown, names: readonly string[], canWrite = false) {
  const files = {
    canWrite,
    give: (root: string, isDirectory: boolean) => gifts.give(root, { isDirectory, isWritable: canWrite }),
  }
  const given = await giveLaunchedFiles(
    files,
    readFileHandlers(fileHandlersSchema.parse(handlers)),
    names.map((name) => path.join(folder, name)),
  )
  return given && [given.id, ...given.items.map(({ gift, type }) => `${gift.name} ${type}`)]
}

const texts = { texts: { types: ['text/*'] } }
const all = { all: { types: ['*/*'], include_directories: true } }

describe('an app is launched with', () => {
  it.each<[string, unknown, string[], string[] | undefined]>([
    ['a type', texts, ['a.txt'], ['texts', 'a.txt text/plain']],
    [
      'a type in other letters',
      { texts: { types: ['TEXT/Plain'] } },
      ['b.TXT'],
      ['texts', 'b.TXT text/plain'],
    ],
    ['no type', texts, ['c.png'], undefined],
    [
      'an extension',
      { own: { extensions: ['UNKNOWN'] } },
      ['d.unknown'],
      ['own', 'd.unknown application/octet-stream'],
    ],
    ['any extension', { own: { extensions: ['*'] } }, ['none'], ['own', 'none application/octet-stream']],
    ['two files', texts, ['a.txt', 'b.TXT'], ['texts', 'a.txt text/plain', 'b.TXT text/plain']],
    ['two files that no handler takes together', texts, ['a.txt', 'c.png'], undefined],
    ['the first handler that fits', { ...texts, ...all }, ['a.txt'], ['texts', 'a.txt text/plain']],
    [
      'the handler that takes all',
      { ...texts, ...all },
      ['a.txt', 'c.png'],
      ['all', 'a.txt text/plain', 'c.png image/png'],
    ],
    ['a directory', all, ['inner'], ['all', 'inner undefined']],
    ['no directory', { own: { extensions: ['*'], types: ['*/*'] } }, ['inner'], undefined],
    ['what is not there', all, ['missing'], undefined],
    ['no files', all, [], undefined],
    ['no handlers', {}, ['a.txt'], undefined],
  ])('%s', async (_what, handlers, names, given) => {
    expect(await launch(handlers, names)).toEqual(given)
  })

  it('a link only where it may not write', async () => {
    expect(await launch(all, ['link.txt'])).toEqual(['all', 'a.txt text/plain'])
    expect(await launch(all, ['link.txt'], true)).toBeUndefined()
  })
})

it.each([[5], ['x'], [{ texts: 5 }], [{ texts: { types: 'text/*' } }]])('handlers are not %j', (handlers) => {
  expect(fileHandlersSchema.safeParse(handlers).success).toBe(false)
})

it('the files of a command line are what is no switch, and is there', () => {
  const file = path.join(folder, 'a.txt')
  const address = pathToFileURL(path.join(folder, 'c.png')).href
  const found = listFiles([
    '--switch',
    '-s',
    '',
    'missing',
    file,
    address,
    'file://%zz',
    path.relative('.', file),
  ])
  expect(found).toEqual([file, path.join(folder, 'c.png'), file])
  expect(listFiles(Array<string>(1000).fill(file))).toHaveLength(256)
})
