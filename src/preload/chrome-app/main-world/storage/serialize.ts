import { isBinary } from '../../../main-world/binary.ts'
import { primordials } from '../../../main-world/primordials.ts'
import { compareTexts } from './compare-texts.ts'
import { isHostObject } from './is-host-object.ts'

const { isArray } = primordials

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

function writeList(value: readonly unknown[], above: readonly object[]): string {
  const parts: string[] = []
  for (let i = 0; i < value.length; i += 1) parts.push(write(read(value, i), above) ?? 'null')
  return `[${parts.join(',')}]`
}

/**
 * Keys in order: Chrome keeps them so, and equal values have equal texts. Of what the browser has made it keeps nothing,
 * whatever a page has set on it.
 */
function writeObject(value: object, above: readonly object[]): string {
  if (isHostObject(value)) return '{}'
  const parts: string[] = []
  for (const key of listKeys(value).toSorted(compareTexts)) {
    const text = write(read(value, key), above)
    if (text !== undefined) parts.push(`${writeText(key)}:${text}`)
  }
  return `{${parts.join(',')}}`
}

/** Undefined for what is not kept: undefined, functions, symbols, big integers, numbers that JSON does not have. */
function write(value: unknown, above: readonly object[]): string | undefined {
  if (above.length >= maxDepth) return undefined
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return writeText(value)
  if (typeof value === 'number') return Number.isFinite(value) ? writeNumber(value) : undefined
  if (typeof value !== 'object') return undefined
  if (isBinary(value)) throw new Unserializable()
  if (above.includes(value)) return 'null'
  const path = [...above, value]
  return isArray(value) ? writeList(value, path) : writeObject(value, path)
}

/**
 * A value as JSON, as `chrome.storage` makes it: without `toJSON`, and of any object its own enumerable properties.
 * Undefined where it is not kept, null where it cannot be.
 */
function serializeValue(value: unknown): string | undefined | null {
  try {
    return write(value, [])
  } catch (error) {
    if (error instanceof Unserializable) return null
    throw error
  }
}

/** Items as JSON; undefined where one of them cannot be kept. */
export function serializeItems(items: object): [key: string, json: string][] | undefined {
  const serialized: [string, string][] = []
  for (const [key, value] of Object.entries(items)) {
    const json = serializeValue(value)
    if (json === null) return undefined
    if (json !== undefined) serialized.push([keepKey(key), json])
  }
  return serialized
}

/** Those of the items that can be kept. */
export function serializeDefaults(items: object): [key: string, json: string][] {
  return Object.entries(items).flatMap(([key, value]) => {
    const json = serializeValue(value)
    return typeof json === 'string' ? [[keepKey(key), json]] : []
  })
}
