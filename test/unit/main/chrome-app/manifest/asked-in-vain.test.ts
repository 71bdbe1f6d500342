import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readApp } from '../../../../../src/main/chrome-app/manifest/read-app.ts'
import type { ReadOptions } from '../../../../../src/main/chrome-app/manifest/read-app.ts'

const host = { name: 'Program', places: [], getLocale: () => 'en-US' }

let folder: string

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'chrome-app-'))
  fs.writeFileSync(path.join(folder, 'bg.js'), '')
})
afterEach(() => fs.rmSync(folder, { recursive: true }))

function read(manifest: object, options: ReadOptions = {}): ReturnType<typeof readApp> {
  const base = { manifest_version: 2, name: 'N', version: '1', app: { background: { scripts: ['bg.js'] } } }
  fs.writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify({ ...base, ...manifest }))
  return readApp(folder, host, options)
}

function writeScript(text: string): string {
  const file = path.join(folder, 'provided.js')
  fs.writeFileSync(file, text)
  return file
}

describe('what a manifest asks for in vain', () => {
  it('is what nothing here is for', () => {
    const permissions = [
      'storage',
      'alarms',
      'serial',
      { usbDevices: [{ vendorId: 1, productId: 2 }] },
      'http://*/*',
      '<all_urls>',
      { fileSystem: ['write'] },
      { socket: ['tcp-connect'] },
      'system.network',
      'fullscreen',
    ]
    const { askedInVain } = read({ permissions, optional_permissions: ['usb', 'serial'], kiosk_only: true })
    expect(askedInVain).toEqual(['serial', 'usbDevices', 'usb', 'kiosk_only'])
  })

  it('is nothing for most', () => {
    expect(read({}).askedInVain).toEqual([])
  })

  it('is not what the program provides', () => {
    const file = writeScript('chrome.serial = {}')
    const { askedInVain, provided } = read(
      { permissions: ['serial'] },
      { provide: { 'chrome.serial': file } },
    )
    expect([askedInVain, provided]).toEqual([[], [{ name: 'chrome.serial', source: 'chrome.serial = {}' }]])
  })
})

describe('what a program provides', () => {
  it.each([
    ['serial', ''],
    ['chrome', ''],
    ['chrome.a b', ''],
    ['chrome.serial', 'x'.repeat(1024 * 1024 + 1)],
  ])('is refused as %s', (name, text) => {
    const file = writeScript(text)
    expect(() => read({}, { provide: { [name]: file } })).toThrow('option "provide"')
  })

  it('is refused where it is not there', () => {
    expect(() => read({}, { provide: { 'chrome.serial': path.join(folder, 'none.js') } })).toThrow('provide')
  })
})

// What Chromium 156 says of the same folders.
describe('the permission "socket"', () => {
  it.each<[unknown, string]>([
    ['socket', 'NULL or empty permission list.'],
    [{ socket: ['nonsense'] }, 'NULL or empty permission list.'],
    [{ socket: ['tcp-listen:*:0'] }, 'NULL or empty permission list.'],
    [{ socket: 'tcp-connect' }, "Cannot parse the permission list. It's not a list.."],
  ])('is refused as %j', (permission, text) => {
    expect(() => read({ permissions: [permission] })).toThrow(
      `Invalid value for 'permissions[socket]': ${text}`,
    )
  })
})
