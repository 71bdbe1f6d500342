import { afterEach, expect, it } from 'vitest'
import { takeInherited } from '../../../../../src/preload/chrome-app/main-world/webview/take-inherited.ts'

const keys = ['configurable', 'enumerable', 'get', 'set', 'value', 'writable']

afterEach(() => {
  for (const key of keys) Reflect.deleteProperty(Object.prototype, key)
})

it('what a page has put on all objects is in nobody’s way meanwhile, and back afterwards', () => {
  const before = keys.map((_key, i) => ({ __proto__: null, value: i, configurable: true, enumerable: i > 2 }))
  for (const [i, key] of keys.entries())
    Reflect.defineProperty(Object.prototype, key, before[i] as PropertyDescriptor)
  const giveBack = takeInherited()
  expect(keys.filter((key) => key in {})).toEqual([])
  expect(Object.defineProperty({}, 'own', { get: () => 1 })).toHaveProperty('own', 1)
  giveBack()
  const after = keys.map((key) => Reflect.getOwnPropertyDescriptor(Object.prototype, key))
  for (const key of keys) Reflect.deleteProperty(Object.prototype, key)
  expect(after.map((found) => found?.value as unknown)).toEqual([0, 1, 2, 3, 4, 5])
  expect(after.map((found) => found?.enumerable)).toEqual([false, false, false, true, true, true])
})
