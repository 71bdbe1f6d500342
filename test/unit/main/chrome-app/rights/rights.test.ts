import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { KeptFolder } from '../../../../../src/main/chrome-app/kept-folder.ts'
import { describeRights } from '../../../../../src/main/chrome-app/rights/describe-rights.ts'
import { readGranted, writeGranted } from '../../../../../src/main/chrome-app/rights/granted-file.ts'
import {
  describePermissions,
  packPermissions,
  readManifestPermissions,
  readNamedPermissions,
} from '../../../../../src/main/chrome-app/rights/read-permission-set.ts'
import { Rights } from '../../../../../src/main/chrome-app/rights/rights.ts'

const set = (...entries: string[]) => readManifestPermissions(entries)

const listed = {
  manifestVersion: 2,
  required: set('storage', 'http://one.example/*', 'unheard-of'),
  optional: set('geolocation', 'fileSystem', 'https://*/*'),
}

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rights-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true }))

const errors: string[] = []
const open = (): KeptFolder => new KeptFolder(folder, { warn: () => {}, error: (text) => errors.push(text) })

function start(own = listed): Rights {
  const kept = open()
  return new Rights(own, readGranted(kept), (granted) => writeGranted(kept, granted))
}

/** A file that is to be replaced cannot be while this is there, not even by root. */
const draft = (): string => path.join(folder, 'chrome-app-permissions.json.new')

describe('the rights of an app', () => {
  it('are those that its manifest requires', () => {
    const rights = start()
    expect(describePermissions(rights.held)).toEqual({
      permissions: ['storage'],
      origins: ['http://one.example/*'],
    })
    expect(rights.namespaces).toContain('storageLocal')
    expect(rights.namespaces).not.toContain('fileSystem')
  })

  it('are told in the order of Chrome, the old sockets with their rules', () => {
    const { held } = start({
      ...listed,
      required: set('system.cpu', 'socket', 'power', 'fullscreen', 'http://b/*', '<all_urls>'),
    })
    expect(Object.entries(packPermissions(held, { socket: ['tcp-connect:*:*'], usbDevices: [] }))).toEqual([
      ['origins', ['<all_urls>', 'http://b/*']],
      ['permissions', ['app.window.fullscreen', 'power', { socket: ['tcp-connect:*:*'] }, 'system.cpu']],
    ])
  })

  it('grow by what the user grants, from start to start', () => {
    const rights = start()
    const asked = set('geolocation', 'fileSystem', 'storage', 'https://two.example/*')
    expect(rights.mayAsk(asked)).toBe(true)
    expect(rights.mayAsk(set('power'))).toBe(false)
    expect(rights.mayAsk(set('http://two.example/*'))).toBe(false)
    const missing = rights.findMissing(asked)
    expect(describePermissions(missing)).toEqual({
      permissions: ['fileSystem', 'geolocation'],
      origins: ['https://two.example/*'],
    })
    expect(rights.grant(missing)).toBeUndefined()
    expect(rights.namespaces).toContain('fileSystem')
    const again = start()
    expect(again.held.includes(asked)).toBe(true)
    expect(again.includesUrl('https://two.example/a')).toBe(true)
  })

  it('are no more than the manifest lists, whatever was granted before', () => {
    writeGranted(open(), set('power', 'geolocation', 'http://three.example/*'))
    expect([...start().names]).toEqual(['storage', 'geolocation'])
    expect(start().includesUrl('http://three.example/')).toBe(false)
    fs.writeFileSync(path.join(folder, 'chrome-app-permissions.json'), '{')
    expect([...start().names]).toEqual(['storage'])
  })

  it('are granted anew where a version in between did not ask for them', () => {
    start().grant(set('geolocation', 'https://two.example/*'))
    expect(start().names).toContain('geolocation')
    start({ ...listed, optional: set('fileSystem') })
    const again = start()
    expect(again.names).not.toContain('geolocation')
    expect(again.includesUrl('https://two.example/')).toBe(false)
  })

  it('stay where the manifest asks for what it has required, or granted was', () => {
    start().grant(set('fileSystem'))
    const [storage, both] = [set('storage'), set('storage', 'fileSystem')]
    expect([...start({ ...listed, required: both, optional: set() }).names]).toEqual([
      'storage',
      'fileSystem',
    ])
    const rights = start({ ...listed, required: set(), optional: both })
    expect([...rights.names]).toEqual(['fileSystem', 'storage'])
    expect(rights.take(storage)).toEqual(storage)
    expect([...start({ ...listed, required: set(), optional: both }).names]).toEqual(['fileSystem'])
  })

  it('shrink by what is given back, but for what is required', () => {
    const rights = start()
    const asked = set('fileSystem', 'https://two.example/*')
    rights.grant(asked)
    expect(rights.isRequired(set('storage', 'fileSystem'))).toBe(true)
    expect(rights.isRequired(set('http://one.example/*'))).toBe(true)
    expect(rights.isRequired(asked)).toBe(false)
    expect(rights.take(asked)).toEqual(set('fileSystem', 'https://two.example/*'))
    expect(rights.take(asked)).toEqual(set())
    expect(start().names).not.toContain('fileSystem')
    expect(rights.includesUrl('https://two.example/a')).toBe(false)
    expect(rights.namespaces).not.toContain('fileSystem')
  })

  it('stay where the manifest has come to require what was granted', () => {
    writeGranted(open(), set('https://two.example/*', 'https://three.example/*'))
    const required = set('https://two.example/*')
    const rights = start({ ...listed, required })
    rights.take(set('https://*/*'))
    expect(describePermissions(rights.held).origins).toEqual(['https://two.example/*'])
  })

  it('do not change while they cannot be kept', () => {
    const rights = start()
    rights.grant(set('fileSystem', 'https://two.example/*'))
    const before = describePermissions(rights.held)
    fs.mkdirSync(draft())
    for (let i = 0; i < 2; i += 1) {
      expect(rights.grant(set('geolocation'))).toBe('The permissions cannot be stored.')
      expect(rights.take(set('fileSystem'))).toBe('The permissions cannot be stored.')
    }
    expect(errors).toEqual(['electron-chrome-sockets: chrome-app-permissions.json is not kept'])
    for (const { granted, held, namespaces } of [rights, start()]) {
      expect([describePermissions(held), granted.names.size]).toEqual([before, 1])
      expect(namespaces).toContain('fileSystem')
    }
    fs.rmdirSync(draft())
    expect(rights.grant(set('geolocation'))).toBeUndefined()
    expect(rights.take(set('fileSystem'))).toEqual(set('fileSystem'))
    expect([...start().names]).toEqual(['storage', 'geolocation'])
  })

  it('have an end', () => {
    const rights = start()
    const hosts = Array.from({ length: 1025 }, (_, i) => `https://h${i}.example/*`)
    expect(rights.grant(set(...hosts))).toBe('Too many permissions.')
    expect(rights.grant(set(...hosts.slice(1)))).toBeUndefined()
    expect(rights.grant(set('https://more.example/*'))).toBe('Too many permissions.')
  })
})

describe('what a page names', () => {
  it.each([
    [{ permissions: ['zzz'] }, "'zzz' is not a recognized permission."],
    [{ origins: ['nope'] }, 'Invalid value for origin pattern nope: Missing scheme separator.'],
    [{ permissions: ['zzz'], origins: ['nope'] }, "'zzz' is not a recognized permission."],
    [{ permissions: ['power|1', 'zzz'] }, 'Only the usbDevices permission supports arguments.'],
    [{ permissions: ['power|'] }, "Invalid argument for permission 'power|'."],
    [{ permissions: ['usbDevices|[]'] }, "Invalid argument for permission 'usbDevices|[]'."],
    [
      { permissions: ['usbDevices|[{"vendorId":1}]'] },
      `Invalid argument for permission 'usbDevices|[{"vendorId":1}]'.`,
    ],
  ])('%j is wrong', (named, complaint) => {
    expect(readNamedPermissions(named)).toBe(complaint)
  })

  it('is told to the user as far as it is worth it', () => {
    expect(describeRights(set('power', 'storage'))).toEqual([])
    expect(describeRights(set('clipboardWrite', 'socket'))).toEqual([
      'Modify data you copy and paste',
      'Exchange data with any device on the local network or internet',
    ])
    expect(describeRights(set('geolocation', 'http://one.example/*', '*://*.two.example/*'))).toEqual([
      'Detect your physical location',
      'Read and change your data on one.example, all sites of two.example',
    ])
    expect(describeRights(set('https://*/*', 'https://one.example/*'))).toEqual([
      'Read and change all your data on all websites',
    ])
    const many = Array.from({ length: 10 }, (_, i) => `http://h${i}/*`)
    expect(describeRights(set(...many))[0]).toMatch(/h7, and 2 more$/)
  })
})
