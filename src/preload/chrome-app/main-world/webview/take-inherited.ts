import { createDictionary, defineOwn, primordials } from '../../../main-world/primordials.ts'

const { deleteProperty, getOwnPropertyDescriptor } = primordials

const prototype = Object.prototype

/** What a descriptor has. */
const keys = ['configurable', 'enumerable', 'get', 'set', 'value', 'writable'] as const

/**
 * Electron's own code describes properties by objects that inherit what a page has put on all of them; Chrome's does not.
 * Takes that away, and returns what gives it back.
 */
export function takeInherited(): () => void {
  const taken = createDictionary<PropertyDescriptor>()
  for (let i = 0; i < keys.length; i += 1) {
    const key = keys[i] as string
    taken[key] = getOwnPropertyDescriptor(prototype, key)
    if (taken[key] !== undefined) deleteProperty(prototype, key)
  }
  return () => {
    for (let i = 0; i < keys.length; i += 1) {
      const key = keys[i] as string
      if (taken[key] !== undefined) defineOwn(prototype, key, taken[key])
    }
  }
}
