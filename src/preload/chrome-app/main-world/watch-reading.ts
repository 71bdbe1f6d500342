import { defineOwn } from '../../main-world/primordials.ts'
const settle = (holder: object, key: string, value: unknown): boolean =>
  defineOwn(holder, key, { value, writable: true, enumerable: true, configurable: true })

/**
 * Chrome makes a namespace when it is read first, and none in a page that has gone: who has kept its `chrome` finds
 * what has been read before. Returns what takes away the others.
 */
export function watchReading(chrome: object, read: readonly string[]): () => void {
  const getters = new Map<string, () => unknown>()
  for (const [key, value] of Object.entries(chrome) as [string, unknown][]) {
    if (read.includes(key)) continue
    const get = (): unknown => {
      settle(chrome, key, value)
      return value
    }
    const set = function (this: object, other: unknown): void {
      settle(this, key, other)
    }
    getters.set(key, get)
    defineOwn(chrome, key, { get, set, enumerable: true, configurable: true })
  }
  return () => {
    for (const [key, get] of getters)
      if (Reflect.getOwnPropertyDescriptor(chrome, key)?.get === get) settle(chrome, key, undefined)
  }
}
