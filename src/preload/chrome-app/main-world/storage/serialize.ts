import { isBinary, viewBytes } from '../../../main-world/binary.ts'
import { isList } from '../../../main-world/is-list.ts'
import { primordials } from '../../../main-world/primordials.ts'
import { compareTexts } from './compare-texts.ts'
import { isHostObject } from './is-host-object.ts'

const { parseJson } = primordials

/** What lies in more objects and lists than these is cut off (Chromium: content/renderer/v8_value_converter_impl.cc). */
const maxDepth = 100
/** Chromium writes larger numbers with an exponent (base/strings/string_number_conversions.cc). */
const firstExponential = 1e12

const encoder = new TextEncoder()
const decoder = new TextDecoder()

class Unserializable extends Error {}

const escapes: Readonly<Record<string, string>> = {
  '<': String.raw`\u003C`,
  '\u2028': String.raw`\u2028`,
  '\u2029': String.raw`\u2029`,
}

/** Half a pair becomes a replacement character. */
const keepText = (text: string): string =>
  /[\ud800-\udfff]/.test(text) ? decoder.decode(encoder.encode(text)) : text

/** Chromium reads the key of an item up to a NUL; keys below it are kept whole. */
const keepKey = (key: string): string => keepText(key.split('\0', 1)[0] ?? '')

/** A script could not be ended from within (Chromium: base/json/string_escape.cc). */
export function writeText(text: string): string {
  return JSON.stringify(keepText(text)).replaceAll(/[<\u2028\u2029]/g, (sign) => escapes[sign] ?? sign)
}

/** Whole numbers beyond 32 bits are fractions to Chromium. */
function writeNumber(value: number): string {
  if ((value | 0) === value) return String(value | 0)
  if (Math.abs(value) >= firstExponential) return value.toExponential()
  return Number.isInteger(value) ? `${value}.0` : String(value)
}

/** A getter that throws counts as null: only of the items themselves it is the page's own mistake. */
function read(value: object, key: string | number): unknown {
  try {
    return Reflect.get(value, key) as unknown
  } catch {
    return null
  }
}

function listKeys(value: object): string[] {
  try {
    return Object.keys(value)
  } catch {
    return []
  }
}

/** What becomes of bytes, for which JSON has no word. */
type WriteBytes = (bytes: Uint8Array) => string

interface Place {
  readonly above: readonly object[]
  readonly writeBytes: WriteBytes
}

function writeList(value: readonly unknown[], place: Place): string {
  const { length } = value
  const parts: string[] = []
  for (let i = 0; i < length; i += 1) parts.push(write(read(value, i), place) ?? 'null')
  return `[${parts.join(',')}]`
}

/**
 * Read in the object's order, kept in that of the keys: equal values have equal texts. Of what the browser has made Chrome
 * keeps nothing, whatever a page has set on it.
 */
function writeObject(value: object, place: Place): string {
  if (isHostObject(value)) return '{}'
  const parts: [key: string, text: string][] = []
  for (const key of listKeys(value)) {
    const text = write(read(value, key), place)
    if (text !== undefined) parts.push([key, text])
  }
  parts.sort(([a], [b]) => compareTexts(a, b))
  return `{${parts.map(([key, text]) => `${writeText(key)}:${text}`).join(',')}}`
}

/** Undefined for what is not kept: undefined, functions, symbols, big integers, numbers that JSON does not have. */
function write(value: unknown, { above, writeBytes }: Place): string | undefined {
  if (above.length >= maxDepth) return undefined
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return writeText(value)
  if (typeof value === 'number') return Number.isFinite(value) ? writeNumber(value) : undefined
  if (typeof value !== 'object') return undefined
  if (isBinary(value)) return writeBytes(viewBytes(value))
  if (above.includes(value)) return 'null'
  const place = { above: [...above, value], writeBytes }
  return isList(value) ? writeList(value, place) : writeObject(value, place)
}

/**
 * A value as JSON, as `chrome.storage` makes it: without `toJSON`, and of any object its own enumerable properties.
 * Undefined where it is not kept.
 */
const serializeValue = (value: unknown, writeBytes: WriteBytes): string | undefined =>
  write(value, { above: [], writeBytes })

function refuseBytes(): never {
  throw new Unserializable()
}

/** Items as JSON; undefined where one of them cannot be kept. */
export function serializeItems(items: object): [key: string, json: string][] | undefined {
  const serialized: [string, string][] = []
  try {
    for (const [key, value] of Object.entries(items)) {
      const json = serializeValue(value, refuseBytes)
      if (json !== undefined) serialized.push([keepKey(key), json])
    }
  } catch (error) {
    if (error instanceof Unserializable) return undefined
    throw error
  }
  return serialized
}

/** What `get` gives back for items that are not there. */
export interface Defaults {
  readonly entries: readonly (readonly [key: string, json: string])[]
  /** Reads such a JSON. */
  readonly read: (json: string) => unknown
}

/** Those of the items that can be given back: bytes can, each time as an `ArrayBuffer` of their own. */
export function serializeDefaults(items: object): Defaults {
  const kept: ArrayBuffer[] = []
  // Not to be mistaken for a text of the page.
  const mark = `${crypto.randomUUID()} `
  const writeBytes: WriteBytes = (bytes) => {
    kept.push(bytes.slice().buffer)
    return JSON.stringify(`${mark}${kept.length - 1}`)
  }
  const entries = Object.entries(items).flatMap(([key, value]): [string, string][] => {
    const json = serializeValue(value, writeBytes)
    return json === undefined ? [] : [[keepKey(key), json]]
  })
  const revive = (_key: string, value: unknown): unknown =>
    typeof value === 'string' && value.startsWith(mark) ? kept[Number(value.slice(mark.length))] : value
  return { entries, read: (json) => parseJson(json, kept.length === 0 ? undefined : revive) as unknown }
}
