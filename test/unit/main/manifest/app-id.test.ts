import { describe, expect, it } from 'vitest'
import path from 'node:path'
import { idOfFolder } from '../../../../src/main/manifest/app-id.ts'
import { readManifest } from '../../../../src/main/manifest/read-manifest.ts'
import { isPermitted } from '../../../../src/main/permissions/permissions.ts'

/** The key of Chrome's PDF viewer, which everybody knows as `mhjfbmdgcfjbbpaeojofohoefgiehjai`. */
const key =
  'MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDN6hM0rsDYGbzQPQfOygqlRtQgKUXMfnSjhIBL7LnReAVBEd7ZmKtyN2qmSasMl4HZpMhVe2rP' +
  'WVVwBDl6iyNE/Kok6E6v6V3vCLGsOpQAuuNVye/3QxzIldzG/jQAdWZiyXReRVapOhZtLjGfywCvlWq7Sl/e3sbc0vWybSDI2QIDAQAB'

const idOf = (manifest: object): string => readManifest({ sockets: {}, ...manifest }).id

describe('the id of an app', () => {
  it('is the one that Chrome makes of its key', () => {
    expect(idOf({ key })).toBe('mhjfbmdgcfjbbpaeojofohoefgiehjai')
    expect(idOf({ key, name: 'Viewer' })).toBe('mhjfbmdgcfjbbpaeojofohoefgiehjai')
  })

  it('comes from its name where it has no key', () => {
    const ids = ['One', 'Two', ''].map((name) => idOf({ name }))
    for (const id of ids) expect(id).toMatch(/^[a-p]{32}$/)
    expect(new Set(ids).size).toBe(3)
    expect(idOf({ name: 'One', version: '2' })).toBe(ids[0])
    expect(idOf({})).toBe(ids[2])
  })

  it('of two that have neither key nor folder differs by what tells them apart', () => {
    const ids = [['app://one'], ['app://two'], []].map(
      (origins) => readManifest({ name: 'A', sockets: {} }, origins).id,
    )
    expect(new Set(ids).size).toBe(3)
  })

  it.each([{ name: 1 }, { default_locale: 1 }])('is refused with %j', (manifest) => {
    expect(() => idOf(manifest)).toThrow(/must be a string/)
  })
})

describe('the id of an app in a folder', () => {
  const program = { name: 'Program', places: [] }
  const packed = (place: string, name = 'Program'): { name: string; places: string[] } => ({
    name,
    places: [path.join(place, 'resources/app.asar'), path.join(place, 'resources')],
  })

  // Seen in Chromium 156.
  it.skipIf(process.platform === 'win32')('is the one that Chrome makes of its path', () => {
    expect(idOfFolder('/tmp/ora-lMP0L0/plain', program)).toBe('eacfglmekjmmgbhgkbkeklibclnhpfjj')
    expect(idOfFolder('/tmp/ora-lMP0L0/bom', program)).toBe('ghgonbfmnbbdemdhjnncfcpbcjojlklk')
  })

  it('is the same wherever a packed program lies', () => {
    const ids = ['/tmp/.mount_one', '/tmp/.mount_two'].map((place) =>
      idOfFolder(path.join(place, 'resources/app.asar/apps/echo'), packed(place)),
    )
    expect(ids[0]).toMatch(/^[a-p]{32}$/)
    expect(ids[1]).toBe(ids[0])
  })

  it('differs between folders, and between programs', () => {
    const place = '/opt/program'
    const inside = (folder: string, name?: string): string =>
      idOfFolder(path.join(place, 'resources', folder), packed(place, name))
    const ids = [inside('app.asar'), inside('app.asar/one'), inside('one'), inside('app.asar', 'Other')]
    expect(new Set(ids).size).toBe(4)
    expect(idOfFolder('/home/me/app', packed(place))).toBe(idOfFolder('/home/me/app', program))
  })
})

describe('the namespaces of an app', () => {
  it.each<[unknown[] | undefined, boolean]>([
    [undefined, false],
    [[], false],
    [['system.network'], true],
    [['alarms', { fileSystem: ['write'] }, 'system.network'], true],
    [['system.display', 'network', 'System.Network'], false],
  ])('with the permissions %j have those of the machine: %s', (permissions, expected) => {
    const { namespaces } = readManifest({ permissions, sockets: {} })
    expect(namespaces).toEqual(['tcp', 'tcpServer', 'udp', ...(expected ? ['network'] : [])])
  })

  it('cannot be read from permissions that are no list', () => {
    expect(() => readManifest({ permissions: 'system.network', sockets: {} })).toThrow(/must be a list/)
  })
})

describe('the manifest of an app', () => {
  it('is kept whole', () => {
    const manifest = { name: 'App', sockets: { udp: { bind: '*', other: 1 } }, app: { background: {} } }
    expect(JSON.parse(readManifest(manifest).json)).toEqual(manifest)
  })
})

describe('multicast', () => {
  it.each(['', ['']])('is granted by %j', (multicastMembership) => {
    const { permissions } = readManifest({ sockets: { udp: { multicastMembership } } })
    expect(isPermitted(permissions, 'udp.multicastMembership', '239.1.1.1', 0)).toBe(true)
  })

  it('is not granted by an empty list', () => {
    const { permissions } = readManifest({ sockets: { udp: { bind: '*', multicastMembership: [] } } })
    expect(isPermitted(permissions, 'udp.multicastMembership', '*', 0)).toBe(false)
  })

  it.each<[string | string[], string]>([
    ['*', '*'],
    ['*:*', '*:*'],
    ['239.1.1.1', '239.1.1.1'],
    [['', ':80'], ':80'],
  ])('knows no hosts: %j is refused', (multicastMembership, text) => {
    expect(() => readManifest({ sockets: { udp: { multicastMembership } } })).toThrow(
      new TypeError(`Invalid host:port pattern '${text}'`),
    )
  })
})
