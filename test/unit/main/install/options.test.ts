import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Session } from 'electron'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createCertificates } from '../../../support/sockets/certificates.ts'
import { RecordingLogger } from '../../../support/pages/recording-logger.ts'
import { FakeElectron, FakeSession, OldFakeSession } from '../../../support/electron/fake-electron.ts'

const electron = new FakeElectron()
vi.resetModules()
vi.doMock('electron', () => ({
  app: electron.app,
  session: electron.session,
  webContents: electron.webContents,
  BrowserWindow: electron.BrowserWindow,
}))

const { defaultLimits } = await import('../../../../src/main/install/limits.ts')
const { readOptions } = await import('../../../../src/main/install/options.ts')

const manifest = { sockets: {} }
const { authority } = createCertificates()
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
    const { origins, findPreload, getSessions, hooks, logger } = settings
    const inside = pathToFileURL(path.join(folder, 'index.html'))
    expect(origins.map(({ allows }) => allows(inside))).toEqual([true])
    expect(origins.map(({ allows }) => allows(new URL('http://localhost/')))).toEqual([false])
    expect([hooks, logger]).toEqual([{}, console])
    expect(findPreload).toBeUndefined()
    expect(settings.certificateAuthorities).toEqual([])
    expect(() => getSessions()).toThrow(/when app is ready/)
    electron.app.ready = true
    expect(getSessions()).toEqual([electron.defaultSession])
    electron.app.ready = false
  })

  it('carry the manifest and the authorities to be trusted', () => {
    const certificateAuthorities = [authority]
    const settings = readOptions({ manifest, preload: false, certificateAuthorities })
    expect(settings.manifest).toMatchObject({
      json: '{"sockets":{}}',
      namespaces: ['tcp', 'tcpServer', 'udp'],
    })
    expect(settings.certificateAuthorities).toBe(certificateAuthorities)
  })

  it('may have a logger that can be called', () => {
    const logger = Object.assign(() => {}, { warn: () => {}, error: () => {} })
    expect(readOptions({ manifest, preload: false, logger }).logger).toBe(logger)
  })

  it('may name origins and sessions', () => {
    const sessions = [new FakeSession() as unknown as Session, new OldFakeSession() as unknown as Session]
    const settings = readOptions({ manifest, preload: false, origins: [], sessions })
    expect(settings.origins).toEqual([])
    expect(settings.getSessions()).toEqual(sessions)
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
    ['sessions', { sessions: {} }, 'must be a list of sessions and names of partitions'],
    ['sessions', { sessions: [1] }, 'must be a list of sessions and names of partitions'],
    ['sessions', { sessions: [{}] }, 'must be a list of sessions and names of partitions'],
    [
      'sessions',
      { sessions: Object.assign([], { length: 1 }) },
      'must be a list of sessions and names of partitions',
    ],
    ['limits', { limits: [] }, 'must be an object'],
    ['preload', { preload: 1 }, 'must be true, false or a path'],
    ['frames', { frames: 'yes' }, 'must be true or false'],
    ['certificateAuthorities', { certificateAuthorities: 'PEM' }, 'must be a list of texts'],
    ['autorize', { autorize: () => true }, 'is not known'],
  ])('name the one that is wrong: %s %j', (name, wrong, complaint) => {
    expect(() => readOptions({ manifest, preload: false, ...wrong })).toThrow(
      new TypeError(`electron-chrome-sockets: option "${name}" ${complaint}`),
    )
  })

  it.each([['manifest.json'], [[]], [42]])('are an object: %j', (wrong) => {
    expect(() => Reflect.apply(readOptions, undefined, [wrong])).toThrow(
      new TypeError('electron-chrome-sockets: the options must be an object'),
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

  it.each<[string, object]>([
    ["limits\": Invalid limit 'sockets': 0", { limits: { sockets: 0 } }],
    ["manifest\": Invalid host:port pattern '::1'", { manifest: { sockets: { tcp: { connect: '::1' } } } }],
    ['manifest": Invalid manifest for chrome.sockets: it has no "sockets"', { manifest: {} }],
    ['manifest": ', { manifest: new URL('http://localhost/manifest.json') }],
    ["origins\": Invalid origin 'localhost'", { origins: ['localhost'] }],
    ["devServer\": Invalid origin 'localhost'", { devServer: 'localhost' }],
    ['preload" names a file that does not exist: /no/such/preload.cjs', { preload: '/no/such/preload.cjs' }],
    [`preload" names what is no file: ${os.tmpdir()}`, { preload: os.tmpdir() }],
    [
      "manifest\": Invalid manifest for chrome.sockets: Value 'key' is missing",
      { manifest: { key: '!!!', sockets: {} } },
    ],
    ['certificateAuthorities[1]": not a certificate', { certificateAuthorities: [authority, 'junk'] }],
    ['certificateAuthorities[0]": ', { certificateAuthorities: [authority.replace('MII', 'AAA')] }],
  ])('that are wrong are refused at once, by product and name: %s', (text, wrong) => {
    const attempt = (): unknown => readOptions({ manifest, preload: false, ...wrong })
    expect(attempt).toThrow(TypeError)
    expect(attempt).toThrow(`electron-chrome-sockets: option "${text}`)
  })
})

describe('paths', () => {
  const text = JSON.stringify({ name: 'File', sockets: {} })

  it('that are relative are those of the app, wherever it was started', () => {
    fs.writeFileSync(path.join(folder, 'manifest.json'), text)
    fs.writeFileSync(path.join(folder, 'own.cjs'), '')
    const settings = readOptions({ manifest: 'manifest.json', preload: './own.cjs' })
    expect(JSON.parse(settings.manifest.json)).toEqual({ name: 'File', sockets: {} })
    expect(settings.findPreload?.()).toBe(path.join(folder, 'own.cjs'))
  })

  it('may be URLs of files', () => {
    fs.writeFileSync(path.join(folder, 'manifest.json'), text)
    const url = pathToFileURL(path.join(folder, 'manifest.json'))
    expect(JSON.parse(readOptions({ manifest: url, preload: false }).manifest.json)).toMatchObject({
      name: 'File',
    })
  })

  it.each([
    [undefined, /ENOENT/],
    ['{ "name": "x", }', /not valid JSON: trailing comma at line 1 column 16/],
    ['{ "name": "x" }', /it has no "sockets"/],
  ])('of a manifest that cannot be read are named: %j', (wrong, reason) => {
    if (wrong !== undefined) fs.writeFileSync(path.join(folder, 'manifest.json'), wrong)
    const attempt = (): unknown => readOptions({ manifest: 'manifest.json', preload: false })
    const start = `electron-chrome-sockets: option "manifest": ${path.join(folder, 'manifest.json')}: `
    expect(attempt).toThrow(TypeError)
    expect(attempt).toThrow(start)
    expect(attempt).toThrow(reason)
  })
})

describe('a development server', () => {
  const inside = (): URL => pathToFileURL(path.join(folder, 'index.html'))
  const allows = (options: object): boolean[] => {
    const { origins } = readOptions({ manifest, preload: false, ...options })
    return [inside(), new URL('http://localhost:5173/x')].map((url) =>
      origins.some((rule) => rule.allows(url)),
    )
  }

  it.each(['http://localhost:5173', 'http://localhost:5173/main_window/index.html?x'])(
    'comes to what there is: %s',
    (devServer) => {
      expect(allows({ devServer })).toEqual([true, true])
      expect(allows({ devServer, origins: ['app://bundle'] })).toEqual([false, true])
    },
  )

  it('may be missing, or a file of the app', () => {
    expect(allows({ devServer: undefined })).toEqual([true, false])
    expect(allows({ devServer: inside().href })).toEqual([true, false])
  })

  it('counts for nothing in a packed program', () => {
    electron.app.isPackaged = true
    const packed = allows({ devServer: 'http://localhost:5173' })
    electron.app.isPackaged = false
    expect(packed).toEqual([true, false])
  })

  it('that is named as the only origin is warned of', () => {
    const logger = new RecordingLogger()
    allows({ logger, origins: ['http://localhost:5173'] })
    expect(logger.warnings).toEqual([expect.stringContaining('give the option "devServer" instead')])
    allows({ logger, origins: ['http://localhost:5173', 'app://bundle'] })
    allows({ logger, origins: ['https://example.com'] })
    allows({ logger, origins: [] })
    expect(logger.warnings).toHaveLength(1)
  })
})

it('sessions may be the names of partitions, to be looked up when the app is ready', () => {
  const { getSessions } = readOptions({ manifest, preload: false, sessions: ['persist:one', ''] })
  electron.app.ready = true
  expect(getSessions()).toEqual([electron.partition('persist:one'), electron.defaultSession])
  electron.app.ready = false
})
