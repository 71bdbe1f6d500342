import fs from 'node:fs'
import path from 'node:path'
import { isDictionary } from '../permissions/sockets-key.ts'
import { isKnownLocale } from './known-locale.ts'
import { parseChromeJson } from './parse-json.ts'

/** Texts by their names, in small letters. */
export type Catalog = ReadonlyMap<string, string>

/** The catalogs of `_locales` by locale (`en`, `pt_BR`), and the locale that the manifest names. */
export interface Catalogs {
  readonly defaultLocale: string
  readonly byLocale: ReadonlyMap<string, Catalog>
}

/** Bytes of a messages.json. Chrome has no limit, but here all pages are given the texts. */
const maxFileSize = 4 * 1024 * 1024
/** Characters of its texts, with what their placeholders stand for: of that, too, Chrome takes as much as there is. */
const maxCharacters = 4 * 1024 * 1024

interface Entry {
  readonly message: string
  /** Contents by their names. */
  readonly placeholders: readonly (readonly [name: string, content: string])[]
}

function checkName(name: string): void {
  if (!/^[\w@]+$/.test(name))
    throw new TypeError(
      `Name of a key "${name}" is invalid. Only ASCII [a-z], [A-Z], [0-9] and "_" are allowed.`,
    )
}

/** What a catalog may have yet. */
class Room {
  #left = maxCharacters

  take(characters: number): void {
    this.#left -= characters
    if (this.#left < 0) throw new TypeError('its texts have more than 4 Mi characters')
  }
}

/** `$name$` in a text stands for the placeholder's content. `$1` stays: it is for who asks for the message. */
function fillPlaceholders({ message, placeholders }: Entry, room: Room): string {
  room.take(message.length)
  for (const [name] of placeholders) checkName(name)
  const contents = new Map(placeholders.map(([name, content]) => [name.toLowerCase(), content]))
  return message.replaceAll(/\$([\w@]+)\$/g, (variable, name: string) => {
    const content = contents.get(name.toLowerCase())
    if (content === undefined) throw new TypeError(`Variable ${variable} used but not defined.`)
    room.take(content.length)
    return content
  })
}

function readPlaceholder(key: string, name: string, value: unknown): readonly [string, string] {
  if (!isDictionary(value)) throw new TypeError(`Invalid placeholder ${name} for key ${key}`)
  if (typeof value.content !== 'string') throw new TypeError(`Invalid "content" element for key ${key}.`)
  return [name, value.content]
}

function readEntry(key: string, value: unknown, room: Room): string {
  checkName(key)
  if (!isDictionary(value)) throw new TypeError(`Not a valid tree for key ${key}.`)
  const { message, placeholders = {} } = value
  if (typeof message !== 'string') throw new TypeError(`There is no "message" element for key ${key}.`)
  if (!isDictionary(placeholders)) throw new TypeError(`Not a valid "placeholders" element for key ${key}.`)
  const read = Object.entries(placeholders).map(([name, each]) => readPlaceholder(key, name, each))
  return fillPlaceholders({ message, placeholders: read }, room)
}

function readTree(file: string): Readonly<Record<string, unknown>> {
  if (fs.statSync(file).size > maxFileSize) throw new TypeError('it is larger than 4 MiB')
  const tree: unknown = parseChromeJson(fs.readFileSync(file, 'utf8'))
  if (!isDictionary(tree)) throw new TypeError('it must be an object')
  return tree
}

function readCatalog(file: string): Catalog {
  try {
    const tree = readTree(file)
    const names = Object.keys(tree).toSorted()
    const reserved = names.find((name) => reservedNames.has(name.toLowerCase()))
    if (reserved !== undefined) throw new TypeError(`Reserved key ${reserved} found in message catalog.`)
    const room = new Room()
    return new Map(names.map((name) => [name.toLowerCase(), readEntry(name, tree[name], room)]))
  } catch (error) {
    throw new TypeError(`Invalid locale file '${file}': ${error instanceof Error ? error.message : ''}`, {
      cause: error,
    })
  }
}

const notNamed = "Localization used, but default_locale wasn't specified in the manifest."

/** Throws a TypeError where there are texts, and the manifest does not say which count if none other does. */
export function refuseCatalogs(folder: string): void {
  if (fs.existsSync(path.join(folder, '_locales'))) throw new TypeError(notNamed)
}

/** Reads `_locales` of an app's folder, all of it, as Chrome does. Throws a TypeError in Chrome's words. */
export function readCatalogs(folder: string, defaultLocale: string): Catalogs {
  const locales = path.join(folder, '_locales')
  if (!fs.existsSync(locales))
    throw new TypeError('Default locale was specified, but _locales subtree is missing.')
  const names = fs.statSync(locales).isDirectory() ? fs.readdirSync(locales).filter(isKnownLocale) : []
  if (!names.includes(defaultLocale)) throw new TypeError(notNamed)
  const byLocale = new Map<string, Catalog>()
  for (const locale of names) {
    const file = path.join(locales, locale, 'messages.json')
    if (fs.existsSync(file)) byLocale.set(locale, readCatalog(file))
    else if (locale === defaultLocale) throw new TypeError(`Catalog file is missing for locale ${locale}.`)
    else throw new TypeError(`Messages file is missing for locale. ${file}`)
  }
  return { defaultLocale, byLocale }
}

const rightToLeft = new Set(['ar', 'fa', 'he', 'iw', 'ur'])

const reservedNames = new Set([
  '@@extension_id',
  '@@ui_locale',
  '@@bidi_dir',
  '@@bidi_reversed_dir',
  '@@bidi_start_edge',
  '@@bidi_end_edge',
])

/** What Chrome defines by itself (Chromium: extensions/common/message_bundle.cc). */
function reservedMessages(locale: string): [string, string][] {
  const isReversed = rightToLeft.has(locale.split('_')[0] ?? '')
  const [start, end] = isReversed ? ['right', 'left'] : ['left', 'right']
  return [
    ['@@ui_locale', locale],
    ['@@bidi_dir', isReversed ? 'rtl' : 'ltr'],
    ['@@bidi_reversed_dir', isReversed ? 'ltr' : 'rtl'],
    ['@@bidi_start_edge', start],
    ['@@bidi_end_edge', end],
  ]
}

/** The messages of a locale (`de-AT`): its own before those of its language, then those of the default locale. */
export function chooseMessages({ byLocale, defaultLocale }: Catalogs, locale: string): Catalog {
  const name = locale.replaceAll('-', '_')
  const chain = [name, name.split('_')[0] ?? '', defaultLocale]
  const found = chain.toReversed().flatMap((one) => [...(byLocale.get(one) ?? [])])
  return new Map([...found, ...reservedMessages(name)])
}
