import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type * as installModule from '../../../../src/main/install/install.ts'
import type { Hosting } from '../../../../src/main/install/install.ts'
import type { InstallOptions } from '../../../../src/main/types.ts'
import { channels, protocolVersion } from '../../../../src/renderer-types/wire.ts'
import { FakeElectron } from '../../../support/electron/fake-electron.ts'
import { RecordingLogger } from '../../../support/pages/recording-logger.ts'

let electron: FakeElectron

/** The package, loaded once more. */
function load(packageVersion = '1.0.0'): Promise<typeof installModule> {
  vi.resetModules()
  vi.doMock('../../../../src/renderer-types/package-version.ts', () => ({ packageVersion }))
  vi.doMock('electron', () => ({
    app: electron.app,
    ipcMain: electron.ipcMain,
    session: electron.session,
    webContents: electron.webContents,
    BrowserWindow: electron.BrowserWindow,
  }))
  return import('../../../../src/main/install/install.ts')
}

const describeApp = (name: string): InstallOptions => ({
  manifest: { sockets: { tcpServer: { listen: '*' } } },
  preload: import.meta.filename,
  origins: [`app://${name}`],
  logger: new RecordingLogger(),
})

const ask = (name: string): unknown =>
  electron.send(channels.hello, `app://${name}/`, { protocol: protocolVersion, contextIsolated: true })

beforeEach(() => {
  electron = new FakeElectron()
  electron.app.getReady()
})

afterAll(() => {
  vi.doUnmock('electron')
  vi.doUnmock('../../../../src/renderer-types/package-version.ts')
})

describe('two copies of the package', () => {
  it('let in pages of either, by one door', async () => {
    const [one, two] = [await load(), await load()]
    const handles = [two.install(describeApp('two')), one.install(describeApp('one'))]
    expect([ask('one'), ask('two')]).toMatchObject([{ granted: true }, { granted: true }])
    expect(ask('three')).toEqual({ granted: false })
    expect(electron.ipcMain.listenerCount(channels.connect)).toBe(1)
    expect(() => two.install(describeApp('one'))).toThrow('belong to another installation already')
    for (const handle of handles) handle.dispose()
    expect(ask('one')).toMatchObject({ reason: expect.stringContaining('had not been called') })
  })

  it('of different versions are one too many, and say so', async () => {
    const [one, two] = [await load('1.0.0'), await load('1.0.1')]
    expect(() => two.install(describeApp('two'))).toThrow(
      'has loaded version 1.0.0 of the package and then 1.0.1',
    )
    const handle = one.install(describeApp('one'))
    expect(ask('one')).toMatchObject({ granted: true })
    handle.dispose()
  })

  it('run no Chrome App with the handlers of the second', async () => {
    await load()
    const two = await load()
    const hosting = { services: {} } as Hosting
    expect(() => two.install(describeApp('two'), hosting)).toThrow('has loaded the package twice')
  })
})
