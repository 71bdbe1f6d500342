import { loadCrypto } from '../manifest/load-crypto.ts'
import type { InstallOptions } from '../types.ts'
import { readLimits } from './limits.ts'
import { readOption, refuseOption } from './refuse-option.ts'

/** Throws a TypeError where the value of an option is wrong. */
export type Check = (name: string, value: unknown) => void

/** Every option has its line: a misspelt one would be a guard that is not there. */
export type OptionTable<Options> = Readonly<Record<keyof Options, Check>>

const isFunction = (value: unknown): value is () => unknown => typeof value === 'function'
export const isText = (value: unknown): value is string => typeof value === 'string'
export const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const hasFunctions = (value: unknown, names: readonly string[]): boolean =>
  (isObject(value) || isFunction(value)) && names.every((name) => isFunction(Reflect.get(value, name)))

export function mustBe(fits: (value: unknown) => boolean, what: string): Check {
  return (name, value) => {
    if (!fits(value)) throw refuseOption(name, `must be ${what}`)
  }
}

export const mustBeListOf = (fits: (value: unknown) => boolean, what: string): Check =>
  // A copy has no holes, which `every` passes over.
  mustBe((value) => Array.isArray(value) && Array.from(value).every(fits), `a list of ${what}`)

/** Electron tells a program nothing of the class. */
export const isSession = (value: unknown): boolean =>
  hasFunctions(value, ['registerPreloadScript']) || hasFunctions(value, ['setPreloads'])

export const mustBeTexts = mustBeListOf(isText, 'texts')
export const mustBeFunction = mustBe(isFunction, 'a function')
export const mustBeBoolean = mustBe((value) => typeof value === 'boolean', 'true or false')

/** One text may have several certificates. */
function checkAuthority(text: string): void {
  const { X509Certificate } = loadCrypto()
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^]*?-----END CERTIFICATE-----/g)
  if (blocks === null) throw new TypeError('not a certificate in PEM')
  for (const block of blocks) void new X509Certificate(block)
}

const checkAuthorities: Check = (name, value) => {
  mustBeTexts(name, value)
  for (const [index, text] of (Array.isArray(value) ? value : []).filter(isText).entries())
    readOption(`${name}[${index}]`, () => checkAuthority(text))
}

const checkLimits: Check = (name, value) => {
  mustBe(isObject, 'an object')(name, value)
  if (isObject(value)) readOption(name, () => readLimits(value))
}

/** Options of a program that runs a whole Chrome App, too. */
export const sharedOptions = {
  certificateAuthorities: checkAuthorities,
  limits: checkLimits,
  authorize: mustBeFunction,
  onDecision: mustBeFunction,
  logger: (name, value) => {
    if (!hasFunctions(value, ['warn', 'error']))
      throw refuseOption(name, 'must have the functions "warn" and "error"')
  },
} as const satisfies Partial<OptionTable<InstallOptions>>

/** By hand: a program that starts need not load what checks the calls of its pages. */
export function checkOptions<Options>(
  given: unknown,
  table: OptionTable<Options>,
  required: keyof Options & string,
): void {
  const options = given ?? {}
  if (!isObject(options)) throw new TypeError('electron-chrome-sockets: the options must be an object')
  if (Reflect.get(options, required) === undefined) throw refuseOption(required, 'must be given')
  for (const [name, check] of Object.entries<Check>(table)) {
    const value: unknown = Reflect.get(options, name)
    if (value !== undefined) check(name, value)
  }
  const unknown = Object.keys(options).find((name) => !Object.hasOwn(table, name))
  if (unknown !== undefined) throw refuseOption(unknown, 'is not known')
}
