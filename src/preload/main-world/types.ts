import type {
  BasicWord,
  ChoiceWord,
  DictionaryWord,
  EnumWord,
  InstanceWord,
  ListWord,
  PropertyRow,
  RangeWord,
  TextWord,
  TypeWord,
} from '../../renderer-types/contract/words.ts'
import { isBinary, viewBytes } from './binary.ts'
import { isList } from './is-list.ts'
import { append, createDictionary, primordials } from './primordials.ts'
import { cutText, toScalarText } from './text.ts'
import type { Dictionary } from './primordials.ts'

const { TypeError, getOwnPropertyDescriptor, getPrototypeOf, indexOfText, ownKeys } = primordials

function isInteger(value: unknown): value is number {
  return typeof value === 'number' && (value | 0) === value
}

function isDictionary(value: unknown): value is Dictionary {
  return typeof value === 'object' && value !== null && !isList(value)
}

function fitsBasicType(value: unknown, type: BasicWord): boolean {
  if (type === 'any') return true
  if (type === 'integer') return isInteger(value)
  if (type === 'binary') return isBinary(value)
  return type === 'object' ? isDictionary(value) : typeof value === type
}

/** Whether the basic JavaScript type fits; what is inside is checked by {@link parseValue}. */
export function fitsType(value: unknown, type: TypeWord): boolean {
  if (typeof type === 'string') return fitsBasicType(value, type)
  if (type.kind === 'choice') return findChoice(value, type) !== undefined
  if (type.kind === 'range') return isInteger(value)
  if (type.kind === 'list') return isList(value)
  return type.kind === 'enum' || type.kind === 'text' ? typeof value === 'string' : isDictionary(value)
}

function findChoice(value: unknown, { of }: ChoiceWord): TypeWord | undefined {
  for (let i = 0; i < of.length; i += 1) {
    const type = of[i]
    if (type !== undefined && fitsType(value, type)) return type
  }
  return undefined
}

/** The name of a type as it stands in Chrome's messages. */
export function printType(type: TypeWord): string {
  if (typeof type === 'string') return type
  if (type.kind === 'choice') return `[${type.of.map(printType).join('|')}]`
  if (type.kind === 'range') return 'integer'
  if (type.kind === 'text') return 'string'
  return type.kind === 'list' ? 'array' : type.name
}

const isRange = (type: TypeWord): type is RangeWord => typeof type !== 'string' && type.kind === 'range'

const isNegativeZero = (value: number): boolean => value === 0 && 1 / value < 0

/** The name Chrome gives to a value of the wrong type (Chromium: argument_spec.cc). */
function printFound(value: unknown): string {
  if (value === null) return 'null'
  // Of -0 Chrome says so, too, though it takes it for an integer.
  if (typeof value === 'number') return isInteger(value) && !isNegativeZero(value) ? 'integer' : 'number'
  if (typeof value === 'bigint' || typeof value === 'symbol') return 'other'
  if (typeof value !== 'object') return typeof value
  if (isList(value)) return 'array'
  return isBinary(value) ? 'binary' : 'object'
}

function parseEnum(value: string, type: EnumWord, place: string): string {
  let list = ''
  for (let i = 0; i < type.values.length; i += 1) {
    if (type.values[i] === value) return value
    list += `${i === 0 ? '' : ', '}${type.values[i]}`
  }
  throw new TypeError(`${place}Value must be one of ${list}.`)
}

function findProperty(type: DictionaryWord, key: string): PropertyRow | undefined {
  return getOwnPropertyDescriptor(type.properties, key) === undefined ? undefined : type.properties[key]
}

function parseProperty(value: unknown, type: TypeWord, place: string): unknown {
  if (fitsType(value, type)) return parseValue(value, type, place)
  throw new TypeError(`${place}Invalid type: expected ${printType(type)}, found ${printFound(value)}.`)
}

/** Chrome knows all keys before it reads what the first of them says. */
function listKeys(value: object): string[] {
  const listed: string[] = []
  const keys = ownKeys(value)
  for (let i = 0; i < keys.length; i += 1) {
    const key = keys[i]
    if (typeof key === 'string' && getOwnPropertyDescriptor(value, key)?.enumerable === true)
      append(listed, key)
  }
  return listed
}

/** Own enumerable properties in the object's order; one that is null or undefined counts as absent. */
function parseDictionary(value: Dictionary, type: DictionaryWord, place: string): Dictionary {
  const parsed = createDictionary()
  const keys = listKeys(value)
  for (let i = 0; i < keys.length; i += 1) {
    const key = keys[i] ?? ''
    const row = findProperty(type, key)
    if (row === undefined) throw new TypeError(`${place}Unexpected property: '${key}'.`)
    const property = value[key]
    if (property === null || property === undefined) continue
    parsed[key] = parseProperty(property, row.type, `${place}Error at property '${key}': `)
  }
  checkRequired(parsed, type, place)
  return parsed
}

function checkRequired(parsed: Dictionary, type: DictionaryWord, place: string): void {
  const rows = ownKeys(type.properties)
  for (let i = 0; i < rows.length; i += 1) {
    const key = rows[i]
    if (typeof key !== 'string' || type.properties[key]?.optional === true) continue
    if (parsed[key] === undefined) throw new TypeError(`${place}Missing required property '${key}'.`)
  }
}

/** Own enumerable properties, each read once. */
function readObject(value: object): Dictionary {
  const copy = createDictionary()
  const keys = listKeys(value)
  for (let i = 0; i < keys.length; i += 1) {
    const key = keys[i] ?? ''
    copy[key] = (value as Dictionary)[key]
  }
  return copy
}

function copyObject(value: object, place: string): Dictionary {
  try {
    return readObject(value)
  } catch {
    throw new TypeError(`${place}Script threw an error.`)
  }
}

function parseList(value: readonly unknown[], { minItems = 0, of }: ListWord, place: string): unknown[] {
  const { length } = value
  if (length < minItems)
    throw new TypeError(`${place}Array must have at least ${minItems} items; found ${length}.`)
  const parsed: unknown[] = []
  for (let i = 0; i < length; i += 1)
    append(parsed, parseProperty(value[i], of, `${place}Error at index ${i}: `))
  return parsed
}

/** Anything else has been thrown by a getter of the page, or by a proxy. */
export function isComplaint(error: unknown, place: string): boolean {
  try {
    const message: unknown = getOwnPropertyDescriptor(error as object, 'message')?.value
    return typeof message === 'string' && indexOfText(message, place) === 0
  } catch {
    // No object, or a proxy that bears no questions.
    return false
  }
}

function parseChoice(value: unknown, type: ChoiceWord, place: string): unknown {
  const chosen = findChoice(value, type)
  try {
    return chosen === undefined ? value : parseValue(value, chosen, place)
  } catch (error) {
    if (!isComplaint(error, place)) throw error
    throw new TypeError(`${place}Value did not match any choice.`)
  }
}

function parseNumber(number: number, type: TypeWord, place: string): number {
  if (type === 'number' && number - number !== 0)
    throw new TypeError(`${place}Value must not be NaN or Infinity.`)
  if (isRange(type) && number < type.minimum)
    throw new TypeError(`${place}Value must be at least ${type.minimum}.`)
  return isInteger(number) ? number | 0 : number
}

function parseText(text: string, { maxLength }: TextWord, place: string): string {
  if (text.length <= maxLength) return toScalarText(text)
  throw new TypeError(`${place}String must have at most ${maxLength} characters; found ${text.length}.`)
}

/** Reads a value that {@link fitsType}; throws Chrome's TypeError, which begins with `place`. */
export function parseValue(value: unknown, type: TypeWord, place: string): unknown {
  if (typeof value === 'number') return parseNumber(value, type, place)
  if (isBinary(value) && type === 'binary') return viewBytes(value)
  if (typeof value === 'string' && type === 'string') return cutText(toScalarText(value))
  if (type === 'object' && isDictionary(value)) return copyObject(value, place)
  if (typeof type === 'string') return value
  return parseStructure(value, type, place)
}

/** Chrome goes by the name of the class, too: the object may be of another window. */
function isInstance(value: object, { name }: InstanceWord): boolean {
  try {
    for (let at = getPrototypeOf(value); at !== null; at = getPrototypeOf(at))
      if (getOwnPropertyDescriptor(at, Symbol.toStringTag)?.value === name) return true
  } catch {
    // A proxy that bears no questions.
  }
  return false
}

function parseInstance(value: object, type: InstanceWord, place: string): object {
  // Chrome has read it before it asks, and what a getter throws is the page's.
  readObject(value)
  if (isInstance(value, type)) return value
  throw new TypeError(`${place}Value must be an instance of ${type.name}.`)
}

function parseStructure(value: unknown, type: Exclude<TypeWord, string>, place: string): unknown {
  if (type.kind === 'range') return value
  if (type.kind === 'choice') return parseChoice(value, type, place)
  if (type.kind === 'list') return isList(value) ? parseList(value, type, place) : value
  if (type.kind === 'text') return typeof value === 'string' ? parseText(value, type, place) : value
  if (type.kind === 'enum') return typeof value === 'string' ? parseEnum(value, type, place) : value
  if (!isDictionary(value)) return value
  return type.kind === 'instance' ? parseInstance(value, type, place) : parseDictionary(value, type, place)
}
