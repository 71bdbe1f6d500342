import type { Hello } from '../../renderer-types/wire.ts'

/** Undefined is what does not parse. By hand: it is answered before what checks calls need be loaded. */
export function parseHello(value: unknown): Hello | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const protocol: unknown = Reflect.get(value, 'protocol')
  const contextIsolated: unknown = Reflect.get(value, 'contextIsolated')
  if (typeof protocol !== 'number' || typeof contextIsolated !== 'boolean') return undefined
  return { protocol, contextIsolated }
}
