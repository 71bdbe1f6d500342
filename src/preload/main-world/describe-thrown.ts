import { hideOwnFrames } from './hide-own-frames.ts'
import { printUnreadable } from './print-unreadable.ts'
import { primordials } from './primordials.ts'

const {
  String,
  consoleError,
  describeKind,
  errorToText,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  objectToText,
  reportError,
} = primordials
const { functionToText, indexOfText, sliceText } = primordials

function findDescriptor(object: object, key: string): PropertyDescriptor | undefined {
  for (let at: object | null = object; at !== null; at = getPrototypeOf(at)) {
    const descriptor = getOwnPropertyDescriptor(at, key)
    if (descriptor !== undefined) return descriptor
  }
  return undefined
}

/** A property as it is when nothing may run: of one with a getter there is an empty text. */
function findData(object: object, key: string): unknown {
  const descriptor = findDescriptor(object, key)
  return descriptor?.get === undefined ? descriptor?.value : ''
}

function findText(object: object, key: string, otherwise: string): string {
  const value = findData(object, key)
  if (value === undefined) return otherwise
  return typeof value === 'string' ? value : ''
}

function printError(error: object): string {
  const name = findText(error, 'name', 'Error')
  const message = findText(error, 'message', '')
  if (name === '' || message === '') return name + message
  return `${name}: ${message}`
}

/** V8's short form of an object, for which no script runs: `#<Foo>`, or `[object Array]` where it has a text of its own. */
function printObject(object: object): string {
  const toText = findData(object, 'toString')
  if (toText === errorToText || describeKind(object) === '[object Error]') return printError(object)
  const made = toText === objectToText ? findData(object, 'constructor') : undefined
  const name = typeof made === 'function' ? findData(made, 'name') : ''
  return typeof name === 'string' && name !== '' ? `#<${name}>` : describeKind(object)
}

/** Chrome prints a text up to the first NUL. */
export function cutAtNul(text: string): string {
  const end = indexOfText(text, '\0')
  return end < 0 ? text : sliceText(text, 0, end)
}

/** V8's short form. */
function printShortly(thrown: unknown): string {
  if (typeof thrown === 'function') return functionToText(thrown)
  return typeof thrown === 'object' && thrown !== null ? printObject(thrown) : String(thrown)
}

/** Or what has been given the prototype of errors. */
const isProxyOfError = (thrown: object): boolean =>
  describeKind(thrown) !== '[object Error]' && findData(thrown, 'toString') === errorToText

/** Chrome calls a getter of the stack, too, but nothing of a proxy. */
function tellOfStack(thrown: object, error: unknown): void {
  const isProxy = getOwnPropertyDescriptor(thrown, 'stack') !== undefined && isProxyOfError(thrown)
  if (!isProxy && findDescriptor(thrown, 'stack')?.get !== undefined) reportError(error)
}

/** Undefined where there is none, or its getter throws. */
function findStack(thrown: unknown): string | undefined {
  if (typeof thrown !== 'object' || thrown === null) return undefined
  try {
    if (!('stack' in thrown)) return undefined
    const { stack } = thrown
    // A proxy of an error has none that could be read: Chrome looks through it.
    if (stack === undefined && isProxyOfError(thrown)) return undefined
    return typeof stack === 'string' ? hideOwnFrames(stack) : ''
  } catch (error) {
    tellOfStack(thrown, error)
    return undefined
  }
}

/** Text of a thrown value as Chrome's console shows it. */
export function describeThrown(thrown: unknown): string {
  try {
    return cutAtNul(findStack(thrown) ?? `Uncaught ${printShortly(thrown)}`)
  } catch {
    return cutAtNul(printUnreadable(thrown))
  }
}

/** What a callback has thrown. */
export function reportThrown(thrown: unknown): void {
  consoleError(`Error handling response: ${describeThrown(thrown)}`)
}
