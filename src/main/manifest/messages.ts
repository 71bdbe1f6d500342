import fs from 'node:fs'
import path from 'node:path'
import * as z from 'zod/mini'
import { parseChromeJson } from './parse-json.ts'

/** Texts by their names, in small letters. */
export type Catalog = ReadonlyMap<string, string>

/** The catalogs of `_locales` by locale (`en`, `pt_BR`), and the locale that the manifest names. */
export interface Catalogs {
  readonly defaultLocale: string
  readonly byLocale: ReadonlyMap<string, Catalog>
}

const entrySchema = z.looseObject({
  message: z.string(),
  placeholders: z.optional(z.record(z.string(), z.looseObject({ content: z.string() }))),
})
type Entry = z.output<typeof entrySchema>

/** `$name$` in a text stands for the placeholder's content. `$1` stays: it is for who asks for the message. */
function fillPlaceholders({ message, placeholders = {} }: Entry): string {
  const contents = new Map(
    Object.entries(placeholders).map(([name, { content }]) => [name.toLowerCase(), content]),
  )
  return message.replaceAll(/\$([\w@]+)\$/g, (variable, name: string) => {
    const content = contents.get(name.toLowerCase())
    if (content === undefined) throw new TypeError(`Variable ${variable} used but not defined.`)
    return content
  })
}

function readEntry(name: string, value: unknown): string {
  if (!/^[\w@]+$/.test(name))
    throw new TypeError(
      `Name of a key "${name}" is invalid. Only ASCII [a-z], [A-Z], [0-9] and "_" are allowed.`,
    )
  const { data, error, success } = entrySchema.safeParse(value)
  if (success) return fillPlaceholders(data)
  const [part] = error.issues[0]?.path ?? []
  if (part === undefined) throw new TypeError(`Not a valid tree for key ${name}.`)
  throw new TypeError(
    part === 'message'
      ? `There is no "message" element for key ${name}.`
      : `Invalid "content" element for key ${name}.`,
  )
}

function readCatalog(file: string): Catalog {
  try {
    const tree = z.looseObject({}).parse(parseChromeJson(fs.readFileSync(file, 'utf8')))
    const names = Object.keys(tree).toSorted()
    return new Map(names.map((name) => [name.toLowerCase(), readEntry(name, tree[name])]))
  } catch (error) {
    throw new TypeError(`Invalid locale file '${file}': ${error instanceof Error ? error.message : ''}`, {
      cause: error,
    })
  }
}

/** Reads `_locales` of an app's folder, all of it, as Chrome does. Throws a TypeError in Chrome's words. */
export function readCatalogs(folder: string, defaultLocale: string): Catalogs {
  const locales = path.join(folder, '_locales')
  if (!fs.existsSync(locales))
    throw new TypeError('Default locale was specified, but _locales subtree is missing.')
  const byLocale = new Map<string, Catalog>()
  for (const locale of fs.readdirSync(locales)) {
    const file = path.join(locales, locale, 'messages.json')
    if (fs.existsSync(file)) byLocale.set(locale, readCatalog(file))
  }
  if (!byLocale.has(defaultLocale))
    throw new TypeError("Localization used, but default_locale wasn't specified in the manifest.")
  return { defaultLocale, byLocale }
}

const rightToLeft = new Set(['ar', 'fa', 'he', 'iw', 'ur'])

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
