import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { localizeStyles } from '../../../../src/main/manifest/localize.ts'
import { readManifestFile } from '../../../../src/main/manifest/read-manifest.ts'

const base = { name: '__MSG_appName__', default_locale: 'en', sockets: {} }
let folder: string

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'localize-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true }))

type Locales = Readonly<Record<string, object | string>>

/** Texts are messages, other values the entries themselves. */
function writeApp(manifest: object, locales: Locales): string {
  const file = path.join(folder, 'manifest.json')
  fs.writeFileSync(file, JSON.stringify({ ...base, ...manifest }))
  for (const [locale, entries] of Object.entries(locales)) {
    const catalog = path.join(folder, '_locales', locale)
    fs.mkdirSync(catalog, { recursive: true })
    const tree = Object.fromEntries(
      Object.entries(entries).map(([name, entry]: [string, unknown]) => [
        name,
        typeof entry === 'string' ? { message: entry } : entry,
      ]),
    )
    fs.writeFileSync(
      path.join(catalog, 'messages.json'),
      typeof entries === 'string' ? entries : JSON.stringify(tree),
    )
  }
  return file
}

function read(manifest: object, locales: Locales, locale = 'de'): Record<string, unknown> {
  const host = { name: 'test', places: [], getLocale: () => locale }
  return JSON.parse(readManifestFile(writeApp(manifest, locales), host).json) as Record<string, unknown>
}

const readName = (...args: Parameters<typeof read>): unknown => read(...args)['name']

// What Chromium 156 made of the same folders, in German.
describe('the name of an app', () => {
  it.each<[string, object, Locales, string]>([
    ['is in the language of the user', {}, { en: { appName: 'E' }, de: { appName: 'D' } }, 'D'],
    ['is the default where a message is missing', {}, { en: { appName: 'E' }, de: { other: 'D' } }, 'E'],
    ['is the default where the language is missing', {}, { en: { appName: 'E' }, fr: { appName: 'F' } }, 'E'],
    ['does not care for the case of a name', { name: '__MSG_APPname__' }, { en: { APPNAME: 'E' } }, 'E'],
    [
      'may have several, and text around',
      { name: 'a __MSG_appName__ b __MSG_appName__' },
      { en: { appName: 'E' } },
      'a E b E',
    ],
    [
      'has placeholders, and leaves those of who asks',
      {},
      {
        en: {
          appName: {
            message: 'Hi $WHO$ and $who$ $$5 $x $1 $$ end',
            placeholders: { who: { content: 'Bob $1 $2' } },
          },
        },
      },
      'Hi Bob $1 $2 and Bob $1 $2 $$5 $x $1 $$ end',
    ],
    ['is not looked into again', {}, { en: { appName: '__MSG_b__', b: 'B' } }, '__MSG_b__'],
    ['may have what is no message', { name: 'a __MSG_appName' }, { en: { appName: 'E' } }, 'a __MSG_appName'],
    [
      'may have what is no name',
      { name: 'a __MSG_x y__ __MSG___' },
      { en: { x: 'E' } },
      'a __MSG_x y__ __MSG___',
    ],
    [
      'may be of the direction',
      { name: '__MSG_@@bidi_dir__ __MSG_@@bidi_start_edge__' },
      { en: {} },
      'ltr left',
    ],
    ['comes from files with comments', {}, { en: '\uFEFF/* c */{"appName":{"message":"E"}}' }, 'E'],
    ['is the last of two in alphabetical order', {}, { en: { appName: '1', APPNAME: '2' } }, '1'],
    ['needs no language of the user', {}, { en: { appName: 'E' }, de_AT: { appName: 'AT' } }, 'E'],
  ])('%s', (_what, manifest, locales, name) => {
    expect(readName(manifest, locales)).toBe(name)
  })

  it('is that of the country before that of the language', () => {
    const locales = { fr: { appName: 'F' }, en: { appName: 'E' }, en_GB: { appName: 'GB' } }
    expect(readName({ default_locale: 'fr' }, locales, 'en-GB')).toBe('GB')
    expect(readName({ default_locale: 'fr' }, locales, 'en-US')).toBe('E')
    expect(readName({ default_locale: 'fr' }, locales, 'pt-BR')).toBe('F')
  })

  it('stays as it is without default_locale', () => {
    expect(readName({ default_locale: undefined }, {})).toBe('__MSG_appName__')
  })
})

it('a manifest is localised where Chrome localises it, and has the locale', () => {
  const text = '__MSG_a__'
  const manifest = {
    name: 'n',
    description: text,
    short_name: text,
    version_name: text,
    author: text,
    foo: { bar: [text] },
    commands: { c: { suggested_key: { default: text }, description: text } },
    file_handlers: { h: { title: text } },
  }
  expect(read(manifest, { en: { a: 'E' } })).toEqual({
    ...manifest,
    default_locale: 'en',
    sockets: {},
    current_locale: 'de',
    description: 'E',
    short_name: 'E',
    commands: { c: { suggested_key: { default: text }, description: 'E' } },
  })
})

describe('an app is refused in the words of Chrome', () => {
  it.each<[object, Locales, string]>([
    [{}, { en: { x: 'E' } }, 'Variable __MSG_appName__ used but not defined.'],
    [{ name: '__MSG_@@extension_id__' }, { en: {} }, 'Variable __MSG_@@extension_id__ used but not defined.'],
    [{}, { en: { appName: { message: '$who$' } } }, 'Variable $who$ used but not defined.'],
    [
      {},
      { en: { appName: { message: '$who$', placeholders: { who: {} } } } },
      'Invalid "content" element for key appName.',
    ],
    [{}, { en: { appName: { description: 'x' } } }, 'There is no "message" element for key appName.'],
    [{}, { en: '{"appName":"x"}' }, 'Not a valid tree for key appName.'],
    [
      {},
      { en: { 'a b': 'x' } },
      'Name of a key "a b" is invalid. Only ASCII [a-z], [A-Z], [0-9] and "_" are allowed.',
    ],
    [{}, {}, 'Default locale was specified, but _locales subtree is missing.'],
    [{}, { de: { appName: 'D' } }, "Localization used, but default_locale wasn't specified in the manifest."],
    [
      { default_locale: 'EN' },
      { en: { appName: 'E' } },
      "Localization used, but default_locale wasn't specified in the manifest.",
    ],
    [{}, { en: { appName: 'E' }, fr: '{' }, '_locales/fr/messages.json'],
    [
      { default_locale: 'zz' },
      { zz: { appName: 'Z' } },
      "Localization used, but default_locale wasn't specified in the manifest.",
    ],
    [
      { default_locale: undefined },
      { en: { appName: 'E' } },
      "Localization used, but default_locale wasn't specified in the manifest.",
    ],
    [
      { default_locale: 5 },
      { en: { appName: 'E' } },
      'Invalid value for default locale - locale name must be a string.',
    ],
    [
      { default_locale: '' },
      { en: { appName: 'E' } },
      'Invalid value for default locale - locale name must be a string.',
    ],
    [
      {},
      { en: { appName: { message: 'x', placeholders: 5 } } },
      'Not a valid "placeholders" element for key appName.',
    ],
    [
      {},
      { en: { appName: { message: 'x', placeholders: { p: 5 } } } },
      'Invalid placeholder p for key appName',
    ],
    [
      {},
      { en: { appName: { message: 'x', placeholders: { 'x y': { content: 'c' } } } } },
      'Name of a key "x y" is invalid.',
    ],
    [{}, { en: { appName: 'E', '@@ui_locale': 'x' } }, 'Reserved key @@ui_locale found in message catalog.'],
  ])('%j %j', (manifest, locales, complaint) => {
    expect(() => read(manifest, locales)).toThrow(TypeError)
    expect(() => read(manifest, locales)).toThrow(complaint)
  })
})

describe('a folder of _locales without messages.json', () => {
  it.each([
    ['en', 'Catalog file is missing for locale en.'],
    ['fr', 'Messages file is missing for locale. '],
  ])('is refused: %s', (locale, complaint) => {
    const file = writeApp({}, { en: { appName: 'E' } })
    fs.rmSync(path.join(folder, '_locales', locale), { recursive: true, force: true })
    fs.mkdirSync(path.join(folder, '_locales', locale))
    const host = { name: 'test', places: [], getLocale: () => 'de' }
    expect(() => readManifestFile(file, host)).toThrow(complaint)
  })

  it('is passed over where it names no locale', () => {
    expect(readName({}, { en: { appName: 'E' }, xx: '{', CVS: '{' })).toBe('E')
  })
})

it('a messages.json may not be larger than 4 MiB', () => {
  const file = writeApp({}, { en: { appName: 'E' } })
  fs.truncateSync(path.join(folder, '_locales/en/messages.json'), 4 * 1024 * 1024 + 1)
  const host = { name: 'test', places: [], getLocale: () => 'de' }
  expect(() => readManifestFile(file, host)).toThrow("messages.json': it is larger than 4 MiB")
})

it('the texts of a messages.json have 4 Mi characters at most, with what their placeholders stand for', () => {
  const host = { name: 'test', places: [], getLocale: () => 'de' }
  const write = (times: number): string => {
    const placeholders = { a: { content: 'x'.repeat(64 * 1024) } }
    const long = { message: '$a$'.repeat(times), placeholders }
    return writeApp({}, { en: { appName: 'E', one: long, other: long } })
  }
  expect(readManifestFile(write(31), host).messages['one']).toHaveLength(31 * 64 * 1024)
  expect(() => readManifestFile(write(32), host)).toThrow('its texts have more than 4 Mi characters')
})

describe('the messages of an app', () => {
  const host = { name: 'test', places: [], getLocale: () => 'pt-BR' }
  const readMessages = (manifest: object, locales: Locales): Readonly<Record<string, string>> =>
    readManifestFile(writeApp(manifest, locales), host).messages

  it('are those of the country, then of the language, then of the default locale', () => {
    const locales = {
      en: { appName: 'E', onlyEn: 'E', inPt: 'E' },
      pt: { appName: 'P', inPt: 'P' },
      pt_BR: { appName: 'B' },
    }
    expect(readMessages({}, locales)).toMatchObject({
      appname: 'B',
      inpt: 'P',
      onlyen: 'E',
      '@@ui_locale': 'pt_BR',
      '@@bidi_dir': 'ltr',
    })
  })

  it('are no others than its id without default_locale', () => {
    const file = writeApp({ default_locale: undefined }, {})
    const { id, messages } = readManifestFile(file, host)
    expect(messages).toEqual({ '@@extension_id': id })
  })

  it('are put together once for each language', () => {
    let locale = 'en'
    const file = writeApp({}, { en: { appName: 'E' }, de: { appName: 'D' } })
    const app = readManifestFile(file, { ...host, getLocale: () => locale })
    const { messages } = app
    expect(app.messages).toBe(messages)
    locale = 'de'
    expect(app.messages).not.toBe(messages)
    expect(app.messages['appname']).toBe('D')
  })

  it('bring 4 Mi characters to a style sheet at most', () => {
    const messages = { a: 'x'.repeat(1024 * 1024) }
    const fill = (times: number): Uint8Array =>
      localizeStyles(Buffer.from('__MSG_a__'.repeat(times)), messages)
    expect(fill(4)).toHaveLength(4 * 1024 * 1024)
    expect(() => fill(5)).toThrow('the messages of the style sheet are too long')
  })

  it('stand in its style sheets, up to the first that is missing', () => {
    const sheet = Buffer.concat([
      Buffer.from('a __MSG_A__ __MSG_b__ __msg_a__ '),
      Buffer.from([0xff]),
      Buffer.from(' __MSG_zz__ __MSG_a__'),
    ])
    const localized = Buffer.from(localizeStyles(sheet, { a: 'é', b: '__MSG_a__' }))
    expect(localized.toString('latin1')).toBe(
      'a \u00c3\u00a9 __MSG_a__ __msg_a__ \u00ff __MSG_zz__ __MSG_a__',
    )
  })
})

it('the language is asked for when the app is ready, not before', () => {
  let locale = ''
  const file = writeApp({}, { en: { appName: 'E' }, de: { appName: 'D' } })
  const app = readManifestFile(file, { name: 'test', places: [], getLocale: () => locale })
  locale = 'de'
  expect(JSON.parse(app.json)).toMatchObject({ name: 'D' })
})
