import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Session } from 'electron'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeElectron } from '../../../support/electron/fake-electron.ts'

const electron = new FakeElectron()
vi.resetModules()
vi.doMock('electron', () => ({
  app: electron.app,
  session: electron.session,
  webContents: electron.webContents,
}))

const { defaultLimits } = await import('../../../../src/main/install/limits.ts')
const { readOptions } = await import('../../../../src/main/install/options.ts')

const manifest = { sockets: {} }
let folder: string

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'options-'))
  electron.app.path = folder
})

afterAll(() => {
  vi.doUnmock('electron')
})

afterEach(() => {
  fs.rmSync(folder, { recursive: true })
})

describe('options', () => {
  it('default to the files of the app, the default session, and the console', () => {
    const settings = readOptions({ manifest, preload: false })
    const { origins, getSessions, hooks, logger, preload } = settings
    const inside = pathToFileURL(path.join(folder, 'index.html'))
    expect(origins.map(({ allows }) => allows(inside))).toEqual([true])
    expect(origins.map(({ allows }) => allows(new URL('http://localhost/')))).toEqual([false])
    expect([hooks, logger]).toEqual([{}, console])
    expect(preload).toBeUndefined()
    expect(settings.certificateAuthorities).toEqual([])
    expect(() => getSessions()).toThrow(/when app is ready/)
    electron.app.ready = true
    expect(getSessions()).toEqual([electron.defaultSession])
    electron.app.ready = false
  })

  it('carry the manifest and the authorities to be trusted', () => {
    const certificateAuthorities = ['PEM']
    const settings = readOptions({ manifest, preload: false, certificateAuthorities })
    expect(settings.manifest).toMatchObject({
      json: '{"sockets":{}}',
      namespaces: ['tcp', 'tcpServer', 'udp'],
    })
    expect(settings.certificateAuthorities).toBe(certificateAuthorities)
  })

  it('may name origins and sessions', () => {
    const sessions = [{} as Session]
    const settings = readOptions({ manifest, preload: false, origins: [], sessions })
    expect(settings.origins).toEqual([])
    expect(settings.getSessions()).toBe(sessions)
  })

  it('have the default limits, and others for those that are given', () => {
    expect(readOptions({ manifest, preload: false }).limits).toEqual(defaultLimits)
    const { limits } = readOptions({ manifest, preload: false, limits: { sockets: 1, writeQuota: 2 } })
    expect(limits).toEqual({ ...defaultLimits, sockets: 1, writeQuota: 2 })
  })

  it.each<[string, object, string]>([
    ['authorize', { authorize: true }, 'must be a function'],
    ['onDecision', { onDecision: 'log' }, 'must be a function'],
    ['logger', { logger: { warn: () => {} } }, 'must have the functions "warn" and "error"'],
    ['origins', { origins: 'app://one' }, 'must be a list of texts'],
    ['origins', { origins: [1] }, 'must be a list of texts'],
    ['sessions', { sessions: {} }, 'must be a list of sessions'],
    ['sessions', { sessions: ['persist:x'] }, 'must be a list of sessions'],
    ['preload', { preload: 1 }, 'must be true, false or a path'],
    ['certificateAuthorities', { certificateAuthorities: 'PEM' }, 'must be a list of texts'],
    ['autorize', { autorize: () => true }, 'is not known'],
  ])('name the one that is wrong: %s %j', (name, wrong, complaint) => {
    expect(() => readOptions({ manifest, preload: false, ...wrong })).toThrow(
      new TypeError(`electron-chrome-sockets: option "${name}" ${complaint}`),
    )
  })

  it('must be there', () => {
    expect(() => Reflect.apply(readOptions, undefined, [])).toThrow(
      new TypeError('electron-chrome-sockets: option "manifest" must be given'),
    )
    expect(() => readOptions(JSON.parse('{}') as { manifest: string })).toThrow('must be given')
  })

  it('carry what the app itself says on permissions', () => {
    const hooks = { authorize: () => true, onDecision: () => {} }
    expect(readOptions({ manifest, preload: false, ...hooks }).hooks).toEqual(hooks)
  })

  it('that are wrong are refused at once', () => {
    expect(() => readOptions({ manifest, preload: false, limits: { sockets: 0 } })).toThrow(
      "Invalid limit 'sockets'",
    )
    expect(() => readOptions({ manifest: path.join(folder, 'manifest.json') })).toThrow(/ENOENT/)
    expect(() => readOptions({ manifest: { sockets: { tcp: { connect: '::1' } } } })).toThrow(
      "Invalid host:port pattern '::1'",
    )
    expect(() => readOptions({ manifest, preload: false, origins: ['localhost'] })).toThrow(
      "Invalid origin 'localhost'",
    )
    expect(() => readOptions({ manifest, preload: '/no/such/preload.cjs' })).toThrow(
      'the preload script given as option "preload" does not exist: /no/such/preload.cjs',
    )
  })
})
