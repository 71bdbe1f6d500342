import { primordials } from '../../../main-world/primordials.ts'

const { apply, getOwnPropertyDescriptor, getPrototypeOf } = primordials
const { hasOwn, keys, prototype: plain } = Object
const { toStringTag } = Symbol
const writeFunction: unknown = Reflect.get(Function.prototype, 'toString')
const classesWithoutMembers: ReadonlySet<unknown> = new Set(['DOMStringMap', 'Location'])

/** Members of the browser's classes can be listed, those of script's own (`Map`) cannot. */
const isOfBrowser = (prototype: object): boolean =>
  keys(prototype).length > 0 ||
  classesWithoutMembers.has(getOwnPropertyDescriptor(prototype, toStringTag)?.value)

function isNativeClass(prototype: object): boolean {
  const made: unknown = getOwnPropertyDescriptor(prototype, 'constructor')?.value
  if (typeof made !== 'function' || !hasOwn(prototype, toStringTag)) return false
  const text: unknown = apply(writeFunction as () => string, made, [])
  return typeof text === 'string' && text.endsWith('{ [native code] }')
}

/** An element, a document, a window: what the browser has made, and not script. */
export function isHostObject(value: object): boolean {
  try {
    let prototype = getPrototypeOf(value)
    for (; prototype !== null && prototype !== plain; prototype = getPrototypeOf(prototype))
      if (isNativeClass(prototype) && isOfBrowser(prototype)) return true
  } catch {
    // A proxy that bears no questions.
  }
  return false
}
