import type { Names } from './names.ts'

const longestText = 64

function encodeBytes(name: string, bytes: Uint8Array): string {
  if (bytes.byteLength === 0 || bytes.byteLength > longestText) return `<${name} ${bytes.byteLength}>`
  return `<${name} ${bytes.byteLength}: ${String.fromCharCode(...bytes)}>`
}

function encodeNumber(value: number, key: string, names: Names): unknown {
  if (Object.is(value, -0)) return '<-0>'
  return Number.isFinite(value) ? (names.under(key, value) ?? value) : `<${value}>`
}

function encodePrototype(value: object): string | undefined {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype === Object.prototype) return undefined
  if (prototype === null) return 'null'
  return String(Reflect.get(prototype as object, 'constructor')?.name ?? 'nameless')
}

function encodeObject(value: object, names: Names): object {
  const encoded: Record<string, unknown> = {}
  const prototype = encodePrototype(value)
  if (prototype !== undefined) encoded['<prototype>'] = prototype
  for (const key of Reflect.ownKeys(value)) {
    const shown = Object.prototype.propertyIsEnumerable.call(value, key)
      ? String(key)
      : `<hidden> ${String(key)}`
    encoded[shown] = encode(Reflect.get(value, key), names, String(key))
  }
  return encoded
}

function encodeSpecial(value: object): string | undefined {
  if (value instanceof ArrayBuffer) return encodeBytes('ArrayBuffer', new Uint8Array(value))
  if (ArrayBuffer.isView(value))
    return encodeBytes(
      value.constructor.name,
      new Uint8Array(value.buffer, value.byteOffset, value.byteLength),
    )
  if (value instanceof Promise) return '<Promise>'
  if (value instanceof Error) return `<${value.name}: ${value.message}>`
  if (isWindow(value)) return '<Window>'
  if (value instanceof Node) return `<${value.nodeName}>`
  return undefined
}

function isWindow(value: object): boolean {
  try {
    return Reflect.get(value, 'window') === value
  } catch {
    return true
  }
}

/** A value as JSON that hides nothing: kinds that JSON does not have are texts in angle brackets. */
export function encode(value: unknown, names: Names, key = ''): unknown {
  if (value === undefined) return '<undefined>'
  if (typeof value === 'number') return encodeNumber(value, key, names)
  if (typeof value === 'bigint') return `<bigint ${value}>`
  if (typeof value === 'symbol') return `<${String(value)}>`
  if (typeof value === 'function') return `<function ${value.name}>`
  if (Array.isArray(value)) return value.map((item) => encode(item, names))
  if (typeof value !== 'object' || value === null) return value
  return encodeSpecial(value) ?? encodeObject(value, names)
}
