/** What a value counts beside its characters; also bounds how deep one may be. */
const valueWeight = 4096

const isPlain = (value: object): boolean => Object.getPrototypeOf(value) === Object.prototype

function weighList(list: readonly unknown[], budget: number): number {
  let rest = budget - valueWeight * list.length
  for (let i = 0; i < list.length && rest >= 0; i += 1) rest = weighWords(list[i], rest)
  return rest
}

/** What is left of a budget when a value has been said: below zero nothing of it is looked at any more. */
export function weighWords(value: unknown, budget: number): number {
  const left = budget - valueWeight
  if (typeof value === 'string') return left - value.length
  if (typeof value !== 'object' || value === null || left < 0) return left
  if (Array.isArray(value)) return weighList(value, left)
  // No list, map or buffer is ever said.
  if (!isPlain(value)) return -1
  const keys = Object.keys(value)
  const texts = keys.reduce((sum, key) => sum + key.length, 0)
  return weighList(Object.values(value), left - texts)
}
