import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, it, vi } from 'vitest'
import { FakeElectron } from '../../../support/electron/fake-electron.ts'
import { root } from '../../../support/root.ts'

vi.mock('../../../../src/main/chrome-app/guests/navigation-switches.ts', () => ({ canCancel: () => false }))

const electron = new FakeElectron()
const app = Object.assign(electron.app, {
  commandLine: { getSwitchValue: () => '' },
  quit: () => {},
  requestSingleInstanceLock: () => {
    throw new Error('asked')
  },
})
vi.resetModules()
vi.doMock('electron', () => ({
  app,
  ipcMain: electron.ipcMain,
  protocol: { registerSchemesAsPrivileged: () => {} },
}))

const { runChromeApp } = await import('../../../../src/main/chrome-app/index.ts')
const { readFolder } = await import('../../../../src/main/chrome-app/run.ts')

afterAll(() => {
  vi.doUnmock('electron')
})

const directory = path.join(root, 'test/chrome-apps/notes')
const run = (options?: unknown): unknown => Reflect.apply(runChromeApp, undefined, [options])

it.each<[string, object, string]>([
  ['directory', {}, 'must be given'],
  ['directory', { directory: 5 }, 'must be a path, or the URL of a folder'],
  ['directory', { directory: new URL('http://a.test/') }, 'must be a path, or the URL of a folder'],
  ['id', { directory, id: 5 }, 'must be 32 letters from a to p'],
  ['id', { directory, id: 'ABC' }, 'must be 32 letters from a to p'],
  ['files', { directory, files: 'abc' }, 'must be a list of texts'],
  ['managedStorage', { directory, managedStorage: 5 }, 'must be a path'],
  ['provide', { directory, provide: 'x' }, 'must be an object of paths, by the names of namespaces'],
  ['provide', { directory, provide: ['x'] }, 'must be an object of paths, by the names of namespaces'],
  [
    'provide',
    { directory, provide: { 'chrome.a': 1 } },
    'must be an object of paths, by the names of namespaces',
  ],
  ['keepRunning', { directory, keepRunning: 'no' }, 'must be true or false'],
  ['onCrash', { directory, onCrash: 5 }, 'must be a function'],
  ['authorize', { directory, authorize: 5 }, 'must be a function'],
  ['onDecision', { directory, onDecision: 5 }, 'must be a function'],
  ['logger', { directory, logger: {} }, 'must have the functions "warn" and "error"'],
  ['limits', { directory, limits: 5 }, 'must be an object'],
  ['certificateAuthorities', { directory, certificateAuthorities: 'x' }, 'must be a list of texts'],
  ['keepRuning', { directory, keepRuning: true }, 'is not known'],
  ['manifest', { directory, manifest: 'manifest.json' }, 'is not known'],
])('an option that is wrong is refused at once, by its name: %s %j', (name, options, complaint) => {
  expect(() => run(options)).toThrow(new TypeError(`electron-chrome-sockets: option "${name}" ${complaint}`))
})

it.each<[string, object]>([
  ["limits\": Invalid limit 'sockets': -1", { limits: { sockets: -1 } }],
  ['certificateAuthorities[0]": not a certificate', { certificateAuthorities: ['junk'] }],
  ["provide\": 'x' is no namespace", { provide: { x: 'x.js' } }],
])('so is what it says: %s', (text, options) => {
  expect(() => run({ directory, ...options })).toThrow(`electron-chrome-sockets: option "${text}`)
})

it('what is undefined in an option is not given', () => {
  const options = { directory, provide: { 'chrome.serial': undefined }, limits: { sockets: undefined } }
  expect(Reflect.apply(readFolder, undefined, [options])).toMatchObject({ provided: [] })
})

const readText = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8')

it('the docs have a row for each', () => {
  const [, picked = '', own = ''] =
    /interface RunOptions extends Pick<(.*?)> \{\n(.*?)\n\}\n/s.exec(
      readText('src/main/chrome-app/types.ts'),
    ) ?? []
  const names = [...picked.matchAll(/'(\w+)'/g), ...own.matchAll(/^ {2}readonly (\w+)/gm)].map(
    ([, name]) => name,
  )
  const [, section = ''] = /^## Options\n(.*?)\n## /ms.exec(readText('docs/chrome-apps.md')) ?? []
  const rows = [...section.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name)
  expect(new Set(rows)).toEqual(new Set(names))
  expect(rows.length).toBe(names.length)
  expect(rows.length).toBeGreaterThan(10)
})

it('there must be options, and they are an object', () => {
  expect(() => run()).toThrow('electron-chrome-sockets: option "directory" must be given')
  expect(() => run([])).toThrow('electron-chrome-sockets: the options must be an object')
})

it.each([directory, pathToFileURL(directory)])('the folder is a path or a URL: %s', async (place) => {
  await expect(run({ directory: place, files: [] })).rejects.toThrow('asked')
})
