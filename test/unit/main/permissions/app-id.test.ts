import { describe, expect, it } from 'vitest'
import { readManifest } from '../../../../src/main/permissions/manifest.ts'
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

  it.each([{ key: 1 }, { name: 1 }])('is refused with %j', (manifest) => {
    expect(() => idOf(manifest)).toThrow(/must be a string/)
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
