import * as z from 'zod/mini'
import type { AppMethodRow, AppNamespaceRow } from '../../renderer-types/contract/apps/words.ts'
import { contract } from '../../renderer-types/contract/index.ts'
import type {
  BasicWord,
  MethodRow,
  NamespaceRow,
  ParameterRow,
  PropertyRow,
  TypeWord,
} from '../../renderer-types/contract/words.ts'
import { maxTextCharacters } from '../../renderer-types/wire.ts'
import type {
  AnyEventName,
  AnyMethodName,
  CallRecord,
  InterestRecord,
  PartRecord,
  UpRecord,
  WithdrawalRecord,
} from '../../renderer-types/wire.ts'

/** As structured cloning makes objects and lists of the page's own. */
export function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}

export function isInteger(value: unknown): value is number {
  return typeof value === 'number' && (value | 0) === value
}

export function isCount(value: unknown): value is number {
  return isInteger(value) && value >= 0
}

function toOptional({ type, optional }: PropertyRow): z.ZodMiniType {
  return optional === true ? z.optional(toSchema(type)) : toSchema(type)
}

function toBasicSchema(type: BasicWord): z.ZodMiniType {
  if (type === 'integer') return z.int32()
  if (type === 'number') return z.number()
  if (type === 'boolean') return z.boolean()
  if (type === 'string') return z.string().check(z.maxLength(maxTextCharacters))
  if (type === 'binary') return z.instanceof(ArrayBuffer)
  // What may be anything is the page's own business.
  return z.never()
}

function toSchema(type: TypeWord): z.ZodMiniType {
  if (typeof type === 'string') return toBasicSchema(type)
  if (type.kind === 'instance') return z.never()
  if (type.kind === 'range') return z.int32().check(z.minimum(type.minimum))
  // Half a pair has become three characters.
  if (type.kind === 'text') return z.string().check(z.maxLength(3 * type.maxLength))
  if (type.kind === 'choice') return z.union(type.of.map(toSchema))
  if (type.kind === 'enum') return z.enum([...type.values])
  if (type.kind === 'list') return z.array(toSchema(type.of))
  // Of other objects the keys may be millions: those of a text, or of a typed array.
  const properties = Object.entries(type.properties).map(([key, row]) => [key, toOptional(row)] as const)
  return z.pipe(z.custom(isPlain), z.strictObject(Object.fromEntries(properties)))
}

/** One entry for each parameter; what was left out is undefined. */
function toArguments(parameters: readonly ParameterRow[]): z.ZodMiniType<unknown[]> {
  const schemas = parameters.map(toOptional)
  const [first, ...rest] = schemas
  return first === undefined ? z.tuple([]) : z.tuple([first, ...rest])
}

type AnyNamespaceRow = NamespaceRow | AppNamespaceRow

/** What a page does by itself, or says as a stream, is no call. */
function isCalled(row: MethodRow | AppMethodRow): boolean {
  return row.isStream !== true && (!('home' in row) || row.home === 'main')
}

const methods = new Map<string, readonly ParameterRow[]>()
/** Made when they are asked for: the app that starts need not wait for all of them. */
const schemas = new Map<AnyMethodName, z.ZodMiniType<unknown[]>>()
const events = new Set<string>()

/** What runs whole Chrome Apps brings rows of its own: other programs need not load them. */
export function addNamespaces(rows: Readonly<Record<string, AnyNamespaceRow>>): void {
  for (const [namespace, row] of Object.entries(rows)) {
    for (const [key, method] of Object.entries<MethodRow | AppMethodRow>(row.methods))
      if (isCalled(method)) methods.set(`${namespace}.${key}`, method.parameters)
    for (const key of Object.keys(row.events)) events.add(`${namespace}.${key}`)
  }
}

addNamespaces(contract)

function isMethod(name: unknown): name is AnyMethodName {
  return typeof name === 'string' && methods.has(name)
}

function isEvent(name: unknown): name is AnyEventName {
  return typeof name === 'string' && events.has(name)
}

/** The arguments are looked at by {@link parseArguments}: a list may have a length of billions without an element. */
function readCall(record: Readonly<Record<string, unknown>>): CallRecord | undefined {
  const { args, id, method } = record
  const isCall = isCount(id) && isMethod(method) && isList(args) && Object.keys(record).length === 4
  return isCall ? { kind: 'call', id, method, args } : undefined
}

function readInterest(record: Readonly<Record<string, unknown>>): InterestRecord | undefined {
  const { event, listening } = record
  const isInterest = isEvent(event) && typeof listening === 'boolean' && Object.keys(record).length === 3
  return isInterest ? { kind: 'interest', event, listening } : undefined
}

function readPart(record: Readonly<Record<string, unknown>>): PartRecord | undefined {
  const { byteLength, id, socketId } = record
  const isPart = isCount(id) && isInteger(socketId) && isCount(byteLength) && Object.keys(record).length === 4
  return isPart ? { kind: 'part', id, socketId, byteLength } : undefined
}

function readWithdrawal(record: Readonly<Record<string, unknown>>): WithdrawalRecord | undefined {
  const { calls, id, socketId } = record
  const isWithdrawal =
    isCount(id) && isInteger(socketId) && isCount(calls) && Object.keys(record).length === 4
  return isWithdrawal ? { kind: 'withdrawal', id, socketId, calls } : undefined
}

/** Everything that a page says passes through here; undefined is what does not parse. By hand: thousands come at a time. */
export function parseRecord(value: unknown): UpRecord | undefined {
  if (!isPlain(value)) return undefined
  if (value.kind === 'call') return readCall(value)
  if (value.kind === 'part') return readPart(value)
  if (value.kind === 'withdrawal') return readWithdrawal(value)
  return value.kind === 'interest' ? readInterest(value) : undefined
}

function getSchema(method: AnyMethodName): z.ZodMiniType<unknown[]> {
  const known = schemas.get(method)
  if (known !== undefined) return known
  const schema = toArguments(methods.get(method) ?? [])
  schemas.set(method, schema)
  return schema
}

/** The name has been checked. */
export function parseArguments(method: AnyMethodName, args: readonly unknown[]): unknown[] | undefined {
  return getSchema(method).safeParse(args).data
}
