import { primordials } from '../../../main-world/primordials.ts'

const { isArray, isView } = primordials

/** Deeper values are cut off (Chromium: content/renderer/v8_value_converter_impl.cc). */
const maxDepth = 100

class Unserializable extends Error {}

const isBuffer = (value: object): boolean =>
  isView(value) || Object.prototype.toString.call(value) === '[object ArrayBuffer]'

function writeList(value: readonly unknown[], above: readonly object[]): string {
  const parts: string[] = []
  for (let i = 0; i < value.length; i += 1) parts.push(write(value[i], above) ?? 'null')
  return `[${parts.join(',')}]`
}

/** Keys in order: Chrome keeps them so, and equal values have equal texts. */
function writeObject(value: object, above: readonly object[]): string {
  const parts: string[] = []
  for (const key of Object.keys(value).toSorted()) {
    const text = write(Reflect.get(value, key), above)
    if (text !== undefined) parts.push(`${JSON.stringify(key)}:${text}`)
  }
  return `{${parts.join(',')}}`
}

/** Undefined for what is not kept: undefined, functions, symbols, big integers, numbers that JSON does not have. */
function write(value: unknown, above: readonly object[]): string | undefined {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') return Number.isFinite(value) ? JSON.stringify(value) : undefined
  if (typeof value !== 'object') return undefined
  if (isBuffer(value)) throw new Unserializable()
  if (above.includes(value) || above.length > maxDepth) return 'null'
  const path = [...above, value]
  return isArray(value) ? writeList(value, path) : writeObject(value, path)
}

/**
 * Each item as JSON, as `chrome.storage` makes it: without `toJSON`, and of any object its own enumerable properties.
 * Undefined where one cannot be kept at all.
 */
export function serializeItems(items: object): [key: string, json: string][] | undefined {
  try {
    return Object.keys(items).flatMap((key): [string, string][] => {
      const json = write(Reflect.get(items, key), [items])
      return json === undefined ? [] : [[key, json]]
    })
  } catch (error) {
    if (error instanceof Unserializable) return undefined
    throw error
  }
}
