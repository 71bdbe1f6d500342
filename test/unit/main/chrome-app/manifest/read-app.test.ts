import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { idOfKey } from '../../../../../src/main/manifest/app-id.ts'
import { readApp } from '../../../../../src/main/chrome-app/manifest/read-app.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'chrome-app-'))
for (const file of ['background.js', 'background.html']) fs.writeFileSync(path.join(folder, file), '')
const minimal = { name: 'Minimal', version: '1', app: { background: { scripts: ['background.js'] } } }

function write(manifest: unknown): string {
  const text = typeof manifest === 'string' ? manifest : JSON.stringify(manifest)
  fs.writeFileSync(path.join(folder, 'manifest.json'), text)
  return folder
}

const host = { name: 'Program', places: [], getLocale: () => 'en-US' }

const read = (manifest: unknown, id?: string) => readApp(write(manifest), host, { id })

afterAll(() => fs.rmSync(folder, { recursive: true }))

describe("an app's folder", () => {
  it('may have a manifest with comments and a byte order mark', () => {
    const text = `\uFEFF{ // one\n "name": "a // b \\" /* c */", /* two\n */ "version": "1.2",
      "app": { "background": { "page": "background.html" } } }`
    const app = read(text)
    expect(app.name).toBe('a // b " /* c */')
    expect(app.background).toEqual({ page: 'background.html' })
  })

  it('has the namespaces that its permissions give it, and sockets where it asks for them', () => {
    expect([...read(minimal).permissions.required.names]).not.toContain('storage')
    expect(read(minimal).manifest.namespaces).toEqual([])
    const app = read({ ...minimal, permissions: ['storage', { fileSystem: ['write'] }], sockets: {} })
    expect([...app.permissions.required.names]).toContain('storage')
    expect(app.manifest.namespaces).toEqual(['tcp', 'tcpServer', 'udp'])
  })

  it('has no optional permission for what is not there, and those that it needs as they stand', () => {
    const app = read({
      ...minimal,
      permissions: ['usb', 'alarms'],
      optional_permissions: ['hid', 'power', { mediaGalleries: ['read'] }, 'https://a.test/*'],
    })
    expect(app.askedInVain).toEqual(['usb', 'hid', 'mediaGalleries'])
    expect([...app.permissions.required.names]).toEqual(['usb', 'alarms'])
    expect([...app.permissions.optional.names]).toEqual(['power'])
    expect([...app.permissions.optional.hosts.keys()]).toEqual(['https://a.test/*'])
  })

  it.each([
    [{ ...minimal, name: undefined }, "Required value 'name' is missing or invalid."],
    [
      { ...minimal, version: '1.2.3.4.5' },
      "Required value 'version' is missing or invalid. It must be between 1-4 dot-separated integers each between 0 and 65536.",
    ],
    [{ ...minimal, app: {} }, "Either 'app.launch.local_path' or 'app.launch.web_url' is required."],
    [{ ...minimal, key: 5 }, "Value 'key' is missing or invalid."],
  ])('is refused in the words of Chrome', (manifest, text) => {
    expect(() => read(manifest)).toThrow(new TypeError(`Failed to load extension from: ${folder}. ${text}`))
  })

  it.each([
    ['{ "name": "a", }', 'Manifest is not valid JSON.  trailing comma at line 1 column 16'],
    [
      JSON.stringify({ ...minimal, default_locale: 'en' }),
      'Default locale was specified, but _locales subtree is missing.',
    ],
  ])('is refused where it is %s', (text, complaint) => {
    expect(() => read(text)).toThrow(`Failed to load extension from: ${folder}. ${complaint}`)
  })

  it('is refused without a manifest', () => {
    expect(() => readApp(path.join(folder, 'nowhere'), host)).toThrow(
      'Manifest file is missing or unreadable',
    )
  })

  it('is refused where its manifest is none that can be read', () => {
    const odd = path.join(folder, 'odd')
    fs.mkdirSync(path.join(odd, 'manifest.json'), { recursive: true })
    expect(() => readApp(odd, host)).toThrow(
      /^Failed to load extension from: .*odd\. Manifest file is missing or unreadable$/,
    )
  })
})

describe('the id of an app', () => {
  it('is that of its key, whatever else is said', () => {
    const key = Buffer.from('a public key').toString('base64')
    const { id } = read({ ...minimal, key }, 'abcdefghijklmnopabcdefghijklmnop').manifest
    expect(id).toBe('alhdeipkadijhameiomahmnhdlgcfhpd')
  })

  it('is the one that is given, where there is no key', () => {
    expect(read(minimal, 'abcdefghijklmnopabcdefghijklmnop').manifest.id).toBe(
      'abcdefghijklmnopabcdefghijklmnop',
    )
  })

  it('is made from the path of the folder, and in a packed program from its name', () => {
    const first = readApp(write(minimal), { ...host, places: [folder] })
    const moved = fs.mkdtempSync(path.join(os.tmpdir(), 'chrome-app-'))
    fs.cpSync(folder, moved, { recursive: true })
    expect(readApp(moved, { ...host, places: [moved] }).manifest.id).toBe(first.manifest.id)
    expect(readApp(moved, host).manifest.id).not.toBe(read(minimal).manifest.id)
    fs.rmSync(moved, { recursive: true })
  })

  it('comes from what stands for a key, too', () => {
    const plain = read(minimal)
    expect(idOfKey(plain.key ?? '')).toBe(plain.manifest.id)
    const key = Buffer.from('any key that is').toString('base64')
    const file = `-----BEGIN PUBLIC KEY-----\n${key}\n-----END PUBLIC KEY-----\n`
    expect(read({ ...minimal, key: file }).key).toBe(key)
    expect(read({ ...minimal, key }, 'abcdefghijklmnopabcdefghijklmnop').key).toBe(key)
    expect(read(minimal, 'abcdefghijklmnopabcdefghijklmnop').key).toBeUndefined()
  })

  it('cannot be given for pages with the addresses that they have in Chrome', () => {
    const options = { id: 'abcdefghijklmnopabcdefghijklmnop', scheme: 'chrome-extension' } as const
    expect(() => readApp(write(minimal), host, options)).toThrow(
      'electron-chrome-sockets: option "scheme" cannot be "chrome-extension" beside the option "id"',
    )
    expect(readApp(write(minimal), host, { scheme: 'chrome-extension' }).origin).toMatch(
      /^chrome-extension:\/\/[a-p]{32}$/,
    )
  })
})
