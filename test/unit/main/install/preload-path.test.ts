import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeElectron } from '../../../support/electron/fake-electron.ts'
import { installInApp } from '../../../support/install-in-app.ts'

const electron = new FakeElectron()
const text = 'the preload script'
vi.resetModules()
vi.doMock('electron', () => ({ app: electron.app }))
vi.doMock('../../../../src/main/install/preload-text.ts', () => ({ preloadText: text }))

const { findPreload } = await import('../../../../src/main/install/preload-path.ts')

let folder: string

beforeEach(() => {
  folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'preload-path-')))
  electron.app.path = path.join(folder, 'app')
  electron.app.userData = path.join(folder, 'data')
})
afterEach(() => fs.rmSync(folder, { recursive: true }))
afterAll(() => {
  vi.doUnmock('electron')
  vi.doUnmock('../../../../src/main/install/preload-text.ts')
})

const listData = (): string[] => fs.readdirSync(path.join(electron.app.userData, 'electron-chrome-sockets'))

describe('the preload script', () => {
  it('is that of the dependencies of the app, and nothing is written', () => {
    const file = installInApp(electron.app.path, 'preload', text)
    expect(findPreload()).toBe(file)
    expect(fs.existsSync(electron.app.userData)).toBe(false)
  })

  it('is taken from where npm puts it without asking Node, if it is that of this version', () => {
    const file = path.join(electron.app.path, 'node_modules/electron-chrome-sockets/dist/preload.cjs')
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, text)
    expect(findPreload()).toBe(file)
    fs.writeFileSync(file, 'another version')
    const own = installInApp(electron.app.path, 'preload', text)
    expect(findPreload()).toBe(own)
  })

  it('is carried where there are none: a file that only the user can read', () => {
    const file = findPreload()
    expect(fs.readFileSync(file, 'utf8')).toBe(text)
    expect(path.dirname(file)).toBe(path.join(electron.app.userData, 'electron-chrome-sockets'))
    expect(fs.statSync(file).mode & 0o777).toBe(0o600)
    expect(fs.statSync(path.dirname(file)).mode & 0o777).toBe(0o700)
  })

  it('is carried where the dependencies have another version', () => {
    const other = installInApp(electron.app.path, 'preload', 'another version')
    expect(findPreload()).not.toBe(other)
  })

  it('is written once, and again when it was changed', () => {
    const file = findPreload()
    const { ino } = fs.statSync(file)
    expect(findPreload()).toBe(file)
    expect(fs.statSync(file).ino).toBe(ino)
    fs.writeFileSync(file, 'something else')
    expect(findPreload()).toBe(file)
    expect(fs.readFileSync(file, 'utf8')).toBe(text)
    expect(listData()).toEqual([path.basename(file)])
  })

  it('that cannot be written is an error that says what to do', () => {
    fs.writeFileSync(electron.app.userData, 'no folder')
    expect(findPreload).toThrow(
      /^electron-chrome-sockets: the preload script is not in the app's node_modules/,
    )
    expect(findPreload).toThrow('pass the path of its dist/preload.cjs as option "preload"')
  })
})
