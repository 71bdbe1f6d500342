const most = { characters: 100, items: 4, depth: 3 }

function describeList(list: readonly unknown[], depth: number): string {
  const items = list.slice(0, most.items).map((item) => describeValue(item, depth + 1))
  if (list.length > most.items) items.push(`… ${list.length} in all`)
  return `[${items.join(', ')}]`
}

function describeObject(object: object, depth: number): string {
  const entries = Object.entries(object)
  const items = entries.slice(0, 4 * most.items).map(([key, value]) => {
    const shortKey = key.slice(0, most.characters)
    return `${shortKey}: ${describeValue(value, depth + 1)}`
  })
  if (entries.length > items.length) items.push('…')
  return items.length === 0 ? '{}' : `{ ${items.join(', ')} }`
}

/** An argument or an answer for the log: of bytes how many there are, of what is long its beginning. */
export function describeValue(value: unknown, depth = 0): string {
  if (value instanceof ArrayBuffer) return `<${value.byteLength} bytes>`
  if (typeof value === 'string')
    return JSON.stringify(value.length > most.characters ? `${value.slice(0, most.characters)}…` : value)
  if (typeof value !== 'object' || value === null) return String(value)
  if (depth === most.depth) return '…'
  if (Array.isArray(value)) return describeList(value, depth)
  // Of a Uint8Array or a String object every element would be an entry.
  const isPlain = Object.getPrototypeOf(value) === Object.prototype
  return isPlain ? describeObject(value, depth) : Object.prototype.toString.call(value)
}
