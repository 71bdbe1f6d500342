import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkChoice } from '../../../../../src/main/chrome-app/files/check-choice.ts'
import {
  describeOpenDialog,
  describeSaveDialog,
} from '../../../../../src/main/chrome-app/files/dialog-options.ts'
import type { ChooseOptions } from '../../../../../src/main/chrome-app/files/dialog-options.ts'
import { preparePath } from '../../../../../src/main/chrome-app/files/prepare-path.ts'

const needsWrite = 'Operation requires fileSystem.write permission'
const needsDirectory = 'Operation requires fileSystem.directory permission'
const onlyOne = "acceptsMultiple: true is only supported for 'openFile'"

describe('what an app asks for', () => {
  it.each<[ChooseOptions, string[], string | undefined]>([
    [{}, [], undefined],
    [{ type: 'openFile', acceptsMultiple: true }, [], undefined],
    [{ type: 'openWritableFile' }, [], needsWrite],
    [{ type: 'openWritableFile', acceptsMultiple: true }, ['write'], undefined],
    [{ type: 'saveFile' }, ['directory'], needsWrite],
    [{ type: 'saveFile', acceptsMultiple: true }, [], needsWrite],
    [{ type: 'saveFile', acceptsMultiple: true }, ['write'], onlyOne],
    [{ type: 'openDirectory' }, ['write'], needsDirectory],
    [{ type: 'openDirectory', acceptsMultiple: true }, ['directory'], onlyOne],
    [{ type: 'openDirectory' }, ['directory'], undefined],
  ])('%j with %j: %s', (options, permissions, complaint) => {
    const names = new Set(permissions.map((name) => `fileSystem.${name}`))
    expect(checkChoice(options, names)).toBe(complaint)
  })
})

const filtersOf = (options: ChooseOptions) => describeOpenDialog(options, '/home').filters
const all = { name: 'All Files', extensions: ['*'] }

describe('a dialog', () => {
  it('offers the types that are accepted, and all', () => {
    expect(filtersOf({ accepts: [{ description: 'Texts', extensions: ['log', '.txt'] }] })).toEqual([
      { name: 'Texts', extensions: ['log', 'txt'] },
      all,
    ])
    expect(
      filtersOf({ accepts: [{ mimeTypes: ['image/png', 'text/markdown'] }], acceptsAllTypes: false }),
    ).toEqual([{ name: '*.png, *.md', extensions: ['png', 'md'] }])
    expect(filtersOf({ accepts: [{ mimeTypes: ['font/*'] }] })?.[0]?.extensions).toContain('woff2')
  })

  it('offers all types where none is known', () => {
    expect(
      filtersOf({ accepts: [{ mimeTypes: ['x/y'], extensions: ['a/b', ''] }], acceptsAllTypes: false }),
    ).toEqual([all])
  })

  it('offers no more than can be shown', () => {
    const accepts = Array.from({ length: 10_000 }, () => ({
      extensions: Array<string>(1).fill('x'.repeat(100)),
    }))
    expect(filtersOf({ accepts: [...accepts, { extensions: ['txt'] }] })).toEqual([all])
    const many = Array.from({ length: 1000 }, (_, i) => `e${i}`)
    expect(filtersOf({ accepts: [{ extensions: many }] })?.[0]?.extensions).toHaveLength(256)
  })

  it.each([
    ['letter.txt', '/home/letter.txt'],
    ['../../etc/passwd', '/home/passwd'],
    [String.raw`C:\letter.txt`, '/home/letter.txt'],
    ['..', '/home'],
    ['a\0b', '/home/ab'],
    [undefined, '/home'],
  ])('that suggests %j begins at %s', (suggestedName, defaultPath) => {
    const options = suggestedName === undefined ? {} : { suggestedName }
    expect(describeSaveDialog(options, '/home').defaultPath).toBe(defaultPath)
  })

  it('is for one file, several, or a directory', () => {
    const propertiesOf = (options: ChooseOptions) => describeOpenDialog(options, '/home').properties
    expect(propertiesOf({})).toEqual(['openFile'])
    expect(propertiesOf({ acceptsMultiple: true })).toEqual(['openFile', 'multiSelections'])
    expect(propertiesOf({ type: 'openDirectory' })).toContain('openDirectory')
  })
})

describe('what the user chooses', () => {
  let folder: string
  const inside = (name: string): string => path.join(folder, name)

  beforeEach(() => {
    folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'chosen-')))
    fs.writeFileSync(inside('file'), 'kept')
    fs.mkdirSync(inside('directory'))
    fs.symlinkSync('file', inside('link'))
    fs.symlinkSync('directory', inside('link-to-directory'))
    execFileSync('mkfifo', [inside('pipe')])
  })
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

  it.each<[string, 'file' | 'directory', 'read' | 'write', string | undefined]>([
    ['file', 'file', 'read', 'file'],
    ['file', 'file', 'write', 'file'],
    ['link', 'file', 'read', 'file'],
    ['link', 'file', 'write', undefined],
    ['link-to-directory/../file', 'file', 'write', 'file'],
    ['pipe', 'file', 'read', undefined],
    ['pipe', 'file', 'write', undefined],
    ['directory', 'file', 'read', undefined],
    ['directory', 'file', 'write', undefined],
    ['none', 'file', 'read', undefined],
    ['none', 'directory', 'write', undefined],
    ['directory', 'directory', 'write', 'directory'],
    ['link-to-directory', 'directory', 'read', 'directory'],
    ['link-to-directory', 'directory', 'write', undefined],
    ['file', 'directory', 'read', undefined],
  ])('%s as a %s to %s is given as %s', async (name, kind, use, given) => {
    const found = await preparePath(inside(name), kind === 'directory', use === 'write')
    expect(found).toBe(given === undefined ? undefined : inside(given))
  })

  it('is made where it is to be written, and not emptied where it is there', async () => {
    expect(await preparePath(inside('new'), false, true)).toBe(inside('new'))
    expect(fs.readFileSync(inside('new'), 'utf8')).toBe('')
    await preparePath(inside('file'), false, true)
    expect(fs.readFileSync(inside('file'), 'utf8')).toBe('kept')
  })
})
