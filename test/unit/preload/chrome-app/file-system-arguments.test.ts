import { describe, expect, it } from 'vitest'
import { NativeClass } from '../../../../src/preload/chrome-app/main-world/files/native-class.ts'
import { createMatcher } from '../../../../src/preload/main-world/signature.ts'
import { fileSystem } from '../../../../src/renderer-types/contract/apps/file-system.ts'

const f = (): void => {}
const Entry = new NativeClass('Entry')
const entry = new NativeClass('FileEntry', Entry).create({})

const match = (method: keyof typeof fileSystem.methods, ...args: unknown[]) =>
  createMatcher(`fileSystem.${method}`, fileSystem.methods[method])(args)

const place = (signature: string): string => `Error in invocation of fileSystem.${signature}: `
const displayPath = place('getDisplayPath(Entry entry, optional function callback)')

describe('the arguments of chrome.fileSystem', () => {
  it('may be an entry, of whatever window', () => {
    expect(match('getDisplayPath', entry, f)).toEqual({ args: [entry], callback: f })
    expect(match('retainEntry', Object.create(entry)).args).toHaveLength(1)
  })

  it.each<[unknown, string]>([
    ['x', 'No matching signature.'],
    [null, 'No matching signature.'],
    [[], 'No matching signature.'],
    [{}, "Error at parameter 'entry': Value must be an instance of Entry."],
    [new Blob(), "Error at parameter 'entry': Value must be an instance of Entry."],
  ])('are not taken for an entry: %j', (value, text) => {
    expect(() => match('getDisplayPath', value, f)).toThrow(new TypeError(displayPath + text))
  })

  it('must have what Chrome needs', () => {
    const signature =
      'requestFileSystem(fileSystem.RequestFileSystemOptions options, optional function callback)'
    const missing = "Error at parameter 'options': Missing required property 'volumeId'."
    for (const options of [{}, { writable: true }, { volumeId: null }, { volumeId: undefined }])
      expect(() => match('requestFileSystem', options)).toThrow(new TypeError(place(signature) + missing))
    expect(match('requestFileSystem', { volumeId: 'x' }).args).toEqual([{ volumeId: 'x' }])
  })

  it.each(['chooseEntry', 'getWritableEntry', 'restoreEntry'] as const)('of %s have a callback', (method) => {
    const argument = { chooseEntry: {}, getWritableEntry: entry, restoreEntry: 'id' }[method]
    expect(() => match(method, argument)).toThrow('No matching signature.')
    expect(match(method, argument, f).callback).toBe(f)
  })
})
