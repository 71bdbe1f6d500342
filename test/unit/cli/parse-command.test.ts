import { describe, expect, it } from 'vitest'
import { parseCommand } from '../../../src/cli/parse-command.ts'
import { usage, UsageError } from '../../../src/cli/usage.ts'
import { packageVersion } from '../../../src/renderer-types/package-version.ts'

describe('the command line', () => {
  it('names a folder', () => {
    expect(parseCommand(['run', 'my-app'])).toEqual({
      directory: 'my-app',
      files: [],
      userData: undefined,
      managedStorage: undefined,
      scheme: undefined,
      electronSwitches: [],
    })
  })

  it('says where the app keeps what it stores, and hands switches on', () => {
    expect(
      parseCommand(['run', '--user-data', 'kept', 'my-app', '--', '--no-sandbox', '--', '--user-data']),
    ).toEqual({
      directory: 'my-app',
      files: [],
      userData: 'kept',
      managedStorage: undefined,
      electronSwitches: ['--no-sandbox', '--', '--user-data'],
    })
  })

  it('names files that the app is launched with', () => {
    expect(parseCommand(['run', 'my-app', 'a.txt', '--user-data', 'kept', 'b.txt'])).toMatchObject({
      directory: 'my-app',
      files: ['a.txt', 'b.txt'],
    })
  })

  it('says what an administrator has decided', () => {
    expect(parseCommand(['run', 'my-app', '--managed-storage', 'policies.json'])).toMatchObject({
      managedStorage: 'policies.json',
    })
  })

  it('takes the scheme of addresses', () => {
    expect(parseCommand(['run', 'my-app', '--scheme', 'chrome-extension'])).toMatchObject({
      scheme: 'chrome-extension',
    })
  })

  it.each([[[]], [['--help']], [['run', '-h']]])('%j asks for help', (args) => {
    expect(parseCommand(args)).toEqual({ answer: usage })
  })

  it('asks for the version', () => {
    expect(parseCommand(['--version'])).toEqual({ answer: `${packageVersion}\n` })
  })

  it('leaves to Electron what stands after --', () => {
    expect(parseCommand(['run', 'my-app', '--', '--version', '--help'])).toMatchObject({
      electronSwitches: ['--version', '--help'],
    })
  })

  it.each([
    [['walk', 'my-app'], "There is no command 'walk'."],
    [['run'], '"run" takes a folder.'],
    [['run', 'one', '--scheme', 'http'], "--scheme is chrome-app or chrome-extension, not 'http'."],
    [['run', 'one', '--zzz'], 'Unknown option \'--zzz\'. What is for Electron stands after "--".'],
    [['run', 'one', '--user-data'], "Option '--user-data <value>' argument missing"],
  ])('%j cannot be read', (args, text) => {
    expect(() => parseCommand(args)).toThrow(new UsageError(text))
  })
})
