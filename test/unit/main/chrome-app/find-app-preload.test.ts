import fs from 'node:fs'
import { createHash } from 'node:crypto'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeElectron } from '../../../support/electron/fake-electron.ts'
import { installInApp } from '../../../support/install-in-app.ts'

const electron = new FakeElectron()
const text = 'the preload script of whole apps'
const room = '../../../../src/main/chrome-app'
let timesRead = 0
vi.resetModules()
vi.doMock('electron', () => ({ app: electron.app }))
vi.doMock(`${room}/app-preload-digest.ts`, () => ({
  appPreloadDigest: createHash('sha256').update(text).digest('hex'),
}))
vi.doMock(`${room}/app-preload-text.ts`, () => {
  timesRead += 1
  return { appPreloadText: text }
})

const { findAppPreload } = await import('../../../../src/main/chrome-app/find-app-preload.ts')

let folder: string

beforeEach(() => {
  folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'app-preload-')))
  electron.app.path = path.join(folder, 'app')
  electron.app.userData = path.join(folder, 'data')
})
afterEach(() => fs.rmSync(folder, { recursive: true }))
afterAll(() => {
  for (const name of ['electron', `${room}/app-preload-digest.ts`, `${room}/app-preload-text.ts`])
    vi.doUnmock(name)
})

describe('the preload script of a whole Chrome App', () => {
  it('is that of the dependencies of the app, and the text that is carried is not read', async () => {
    const file = installInApp(electron.app.path, 'app-preload', text)
    expect(await findAppPreload()).toBe(file)
    expect(timesRead).toBe(0)
    expect(fs.existsSync(electron.app.userData)).toBe(false)
  })

  it('is carried where the dependencies have another version, or none', async () => {
    const other = installInApp(electron.app.path, 'app-preload', 'another version')
    const file = await findAppPreload()
    expect(file).not.toBe(other)
    fs.rmSync(electron.app.path, { recursive: true })
    expect(await findAppPreload()).toBe(file)
    expect(fs.readFileSync(file, 'utf8')).toBe(text)
    expect(path.dirname(file)).toBe(path.join(electron.app.userData, 'electron-chrome-sockets'))
  })
})
