import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkChromium } from '../../../../../src/main/chrome-app/manifest/check-files.ts'
import { parseManifest } from '../../../../../src/main/chrome-app/manifest/manifest-schema.ts'
import { readApp } from '../../../../../src/main/chrome-app/manifest/read-app.ts'

const base = { manifest_version: 2, name: 'N', version: '1', app: { background: { scripts: ['bg.js'] } } }
const host = { name: 'Program', places: [], getLocale: () => 'en-US' }
const key = Buffer.from('a public key').toString('base64')

let folder: string

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'chrome-app-'))
  for (const file of ['bg.js', 'bg.html', 'bg.txt', 'BG2.JS', 'bg.mjs', 'a b.js', 'a.png'])
    fs.writeFileSync(path.join(folder, file), '')
})
afterEach(() => fs.rmSync(folder, { recursive: true }))

function read(manifest: unknown): ReturnType<typeof readApp> {
  fs.writeFileSync(
    path.join(folder, 'manifest.json'),
    typeof manifest === 'string' ? manifest : JSON.stringify(manifest),
  )
  return readApp(folder, host)
}

const background = (value: unknown): object => ({ app: { background: value } })

const badVersion =
  "Required value 'version' is missing or invalid. It must be between 1-4 dot-separated integers each between 0 and 65536."
const badManifestVersion =
  "Invalid value for 'manifest_version'. Must be an integer either 2 or 3. See developer.chrome.com/apps/manifestVersion for details."
const noLaunch = "Either 'app.launch.local_path' or 'app.launch.web_url' is required."
const noBackground = 'Packaged apps must have a background page or background scripts.'
const badName = "Required value 'name' is missing or invalid."
const badKey = "Value 'key' is missing or invalid."

// What Chromium 156 says of the same folders.
describe('a folder is refused in the words of Chrome', () => {
  it.each<[object, string]>([
    ...[0, 1, '2', 2.5].map((version): [object, string] => [
      { manifest_version: version },
      badManifestVersion,
    ]),
    ...[undefined, 5, ''].map((name): [object, string] => [{ name }, badName]),
    ...[undefined, 5, '1.2.3.4.5', '4294967296', '01.2', '1.a', '', '-1', '1.', ' 1', '1..2'].map(
      (version): [object, string] => [{ version }, badVersion],
    ),
    [{ version_name: 5 }, "Invalid value for 'version_name'."],
    [{ description: 5 }, "Invalid value for 'description'."],
    [{ short_name: '' }, "Invalid value for 'short_name'."],
    ...[5, {}, null, 'x'].map((app): [object, string] => [{ app }, noLaunch]),
    ...[5, {}, null].map((value): [object, string] => [background(value), noBackground]),
    [background({ service_worker: 'bg.js' }), noBackground],
    [background({ scripts: [] }), noBackground],
    [background({ scripts: ['bg.txt'] }), noBackground],
    [background({ scripts: 5 }), "Invalid value for 'background.scripts'."],
    [background({ scripts: ['bg.js', 5] }), "Invalid value for 'background.scripts[1]'."],
    [background({ scripts: ['../x/bg.js'] }), "Invalid value for 'background.scripts[0]'."],
    [background({ scripts: ['http://x/a.js'] }), "Invalid value for 'background.scripts[0]'."],
    [background({ scripts: ['bg.js?x'] }), "Invalid value for 'background.scripts[0]'."],
    [background({ scripts: [''] }), "Invalid value for 'background.scripts[0]'."],
    [background({ scripts: ['bg.js', 'nope.js'] }), "Could not load background script 'nope.js'."],
    [background({ scripts: ['a%20b.js'] }), "Could not load background script 'a%20b.js'."],
    [background({ page: 5 }), "Invalid value for 'background_page'."],
    [background({ page: '' }), "Invalid value for 'background_page'."],
    [background({ page: 'http://x/' }), "Invalid value for 'background_page'."],
    [background({ page: 'nope.html' }), "Could not load background page ''."],
    [
      background({ page: 'bg.html', scripts: ['bg.js'] }),
      "Only one of 'background.page', 'background.scripts', and 'background.service_worker' can be specified.",
    ],
    ...[5, 'zz!', '', 'AAA', 'AA AA'].map((value): [object, string] => [{ key: value }, badKey]),
    [{ permissions: 5 }, "Invalid value for 'permissions'."],
    [{ permissions: 'storage' }, "Invalid value for 'permissions'."],
    [{ permissions: ['storage', 'idle', 'power', 5] }, "Invalid value for 'permissions[3]'."],
    [{ permissions: [null] }, "Invalid value for 'permissions[0]'."],
    [{ permissions: [{}] }, "Invalid value for 'permissions[0]'."],
    [{ permissions: [{ fileSystem: ['write'], usb: 5 }] }, "Invalid value for 'permissions[0]'."],
    [{ permissions: [{ fileSystem: 5 }] }, "Invalid value for 'permissions[fileSystem]'."],
    [{ permissions: [{ storage: 1 }] }, "Invalid value for 'permissions[storage]'."],
    [{ optional_permissions: [5] }, "Invalid value for 'permissions[0]'."],
    [{ sockets: 5 }, 'expected dictionary, got integer'],
    [{ sockets: { tcp: 5 } }, "'tcp': expected dictionary, got integer"],
    [{ sockets: { tcp: { connect: 5 } } }, 'expected string or strings, got integer'],
    [{ sockets: { tcp: { connect: 'a:b:c' } } }, "Invalid host:port pattern 'a:b:c'"],
    [{ sandbox: { pages: 5 } }, "Invalid value for 'sandbox.pages'."],
    [
      { sandbox: { content_security_policy: "default-src 'self'" } },
      "Invalid value for 'sandbox.content_security_policy'.",
    ],
    [{ sandbox: { pages: [5] } }, "Invalid value for 'sandbox.pages[0]'."],
    [{ icons: 5 }, "Invalid value for 'icons'."],
    [{ icons: { 16: 5 } }, `Invalid value for 'icons["16"]'.`],
    [{ icons: { 16: '' } }, `Invalid value for 'icons["16"]'.`],
    [{ icons: { x: 'a.png' } }, 'Invalid key in icons: "x".'],
    [{ icons: { 0: 'a.png' } }, 'Invalid key in icons: "0".'],
    [{ icons: { '016': 'none.png' } }, `Could not load icon 'none.png' specified in 'icons'.`],
    [{ icons: { 16: 'nope.png' } }, "Could not load icon 'nope.png' specified in 'icons'."],
    [{ minimum_chrome_version: 'x' }, "Invalid value for 'minimum_chrome_version'."],
    [{ offline_enabled: 5 }, "Invalid value for 'offline_enabled'."],
    [{ storage: { managed_schema: 5 } }, 'storage.managed_schema must be a string'],
    [
      { storage: { managed_schema: '../s.json' } },
      'storage.managed_schema must be a relative path without ..',
    ],
    [{ default_locale: 'en' }, 'Default locale was specified, but _locales subtree is missing.'],
  ])('%j', (manifest, text) => {
    expect(() => read({ ...base, ...manifest })).toThrow(
      new TypeError(`Failed to load extension from: ${folder}. ${text}`),
    )
  })

  it.each(['[1]', '"x"', '5', 'null'])('%s is no manifest', (text) => {
    expect(() => read(text)).toThrow('Manifest file is invalid')
  })

  it('where a newer Chromium is needed', () => {
    const check = (wanted: string): void =>
      checkChromium(parseManifest({ ...base, minimum_chrome_version: wanted }), '130.0.6723.137')
    for (const wanted of ['23', '130', '130.0.6723.137']) expect(() => check(wanted)).not.toThrow()
    for (const wanted of ['999', '131', '130.0.6723.138'])
      expect(() => check(wanted)).toThrow(`This extension requires Chromium version ${wanted} or greater.`)
  })
})

describe('a folder of something else is told so', () => {
  it.each<[object, string]>([
    [{ app: undefined }, "It is no Chrome App: its manifest has no 'app'."],
    [{ app: { launch: { local_path: 'bg.html' } } }, "app of the old kind ('app.launch')"],
  ])('%j', (manifest, text) => {
    expect(() => read({ ...base, ...manifest })).toThrow(text)
  })
})

describe('what loads in Chrome loads', () => {
  it.each<object>([
    { manifest_version: undefined },
    { manifest_version: 3 },
    { version: '65536' },
    { version: '0.0.0.0' },
    { version: '1.02' },
    { app: { launch: { local_path: 'bg.html' }, background: { scripts: ['bg.js'] } } },
    background({ scripts: ['/bg.js', './bg.js', 'a b.js', 'bg.mjs', 'BG2.JS'] }),
    background({ scripts: ['bg.js'], persistent: 5, service_worker: 'bg.js', unknown: 1 }),
    background({ page: '/bg.html?x' }),
    { key },
    { key: `-----BEGIN PUBLIC KEY-----\n${key}\n-----END PUBLIC KEY-----` },
    { permissions: ['zzz', 'http://a b/', { zzz: 5 }, { fileSystem: ['zz'] }] },
    { icons: { 16: 'a.png' } },
    { sandbox: 5, storage: 5 },
    { content_security_policy: 5, homepage_url: 5, unknown: { a: 1 } },
  ])('%j', (manifest) => {
    expect(read({ ...base, ...manifest }).name).toBe('N')
  })

  it('without the scripts that are none', () => {
    expect(read({ ...base, ...background({ scripts: ['bg.txt', 'bg.js'] }) }).background).toEqual({
      scripts: ['bg.js'],
    })
  })

  it('with the same id for a key and its PEM file', () => {
    const pem = `-----BEGIN PUBLIC KEY-----\n${key}\n-----END PUBLIC KEY-----`
    expect(read({ ...base, key: pem }).manifest.id).toBe(read({ ...base, key }).manifest.id)
  })
})
