import type { Catalog } from './messages.ts'

/** Stands for a message. */
const variablePattern = /__MSG_([\w@]+?)__/g

/** One that is not there is an error in Chrome's words. */
function replaceMessages(text: string, messages: Catalog): string {
  return text.replaceAll(variablePattern, (variable, name: string) => {
    const message = messages.get(name.toLowerCase())
    if (message === undefined) throw new TypeError(`Variable ${variable} used but not defined.`)
    return message
  })
}

/** Characters that messages may bring to a style sheet. Chrome has no limit. */
const maxFilledIn = 4 * 1024 * 1024

/**
 * A style sheet with its messages filled in, up to the first that is not there: so Chrome does it. Throws where they are too
 * long for one.
 */
export function localizeStyles(
  source: Buffer,
  messages: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> {
  let isKnown = true
  let left = maxFilledIn
  // Of bytes, whatever they mean: the sheet has an encoding of its own.
  const text = source.toString('latin1').replaceAll(variablePattern, (variable, name: string) => {
    const key = name.toLowerCase()
    isKnown &&= Object.hasOwn(messages, key)
    if (!isKnown) return variable
    const message = messages[key] ?? ''
    left -= message.length
    if (left < 0) throw new RangeError('the messages of the style sheet are too long')
    return Buffer.from(message).toString('latin1')
  })
  return new Uint8Array(Buffer.from(text, 'latin1'))
}

type Json = Readonly<Record<string, unknown>>

function isDictionary(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Localises some keys of a dictionary; `*` stands for each. Others stay as they are. */
function localizeAt(value: unknown, [key, ...rest]: readonly string[], messages: Catalog): unknown {
  if (key === undefined) return typeof value === 'string' ? replaceMessages(value, messages) : value
  if (!isDictionary(value)) return value
  const entries = Object.entries(value).map(([name, entry]) => [
    name,
    key === '*' || name === key ? localizeAt(entry, rest, messages) : entry,
  ])
  return Object.fromEntries(entries)
}

/** What Chrome localises of a manifest (Chromium: extensions/common/extension_l10n_util.cc); of an app there is no more. */
const places = [
  ['name'],
  ['short_name'],
  ['description'],
  ['commands', '*', 'description'],
  ['app', 'launch', 'local_path'],
  ['app', 'launch', 'web_url'],
]

/** The manifest as `getManifest()` gives it in a locale. */
export function localizeManifest(manifest: Json, messages: Catalog, locale: string): Json {
  let localized: unknown = manifest
  for (const place of places) localized = localizeAt(localized, place, messages)
  return { ...(isDictionary(localized) ? localized : {}), current_locale: locale.replaceAll('-', '_') }
}
