import * as z from 'zod/mini'
import { contract } from '../../renderer-types/contract/index.ts'
import type { EventName, MethodName } from '../../renderer-types/contract/index.ts'
import type {
  NamespaceRow,
  ParameterRow,
  PropertyRow,
  TypeWord,
} from '../../renderer-types/contract/words.ts'
import type { Hello, UpRecord } from '../../renderer-types/wire.ts'

/** Characters of a name or an address: what a page can make the main process keep. */
const maxText = 131_072

/** As structured cloning makes objects and lists of the page's own. */
export function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}

function toOptional({ type, optional }: PropertyRow): z.ZodMiniType {
  return optional === true ? z.optional(toSchema(type)) : toSchema(type)
}

function toSchema(type: TypeWord): z.ZodMiniType {
  if (type === 'integer') return z.int32()
  if (type === 'boolean') return z.boolean()
  if (type === 'string') return z.string().check(z.maxLength(maxText))
  if (type === 'binary') return z.instanceof(ArrayBuffer)
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

function listNames<Row>(pick: (row: NamespaceRow) => Readonly<Record<string, Row>>): [string, Row][] {
  return Object.entries<NamespaceRow>(contract).flatMap(([namespace, row]) =>
    Object.entries(pick(row)).map(([key, value]): [string, Row] => [`${namespace}.${key}`, value]),
  )
}

const methods = new Map<string, z.ZodMiniType<unknown[]>>(
  listNames((row) => row.methods).flatMap(([name, { isStream, parameters }]) =>
    isStream === true ? [] : [[name, toArguments(parameters)]],
  ),
)
const events = new Set<string>(listNames((row) => row.events).map(([name]) => name))

const count = z.int32().check(z.nonnegative())

const upRecord = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('call'),
    id: count,
    method: z.custom<MethodName>((name) => typeof name === 'string' && methods.has(name)),
    // Looked at by parseArguments; an array may have a length of billions without an element.
    args: z.custom<readonly unknown[]>((args) => Array.isArray(args)),
  }),
  z.strictObject({
    kind: z.literal('interest'),
    event: z.custom<EventName>((name) => typeof name === 'string' && events.has(name)),
    listening: z.boolean(),
  }),
])

const hello = z.object({ protocol: z.number(), contextIsolated: z.boolean() })

/** Everything that a renderer says passes through one of these; undefined is what does not parse. */
export function parseHello(value: unknown): Hello | undefined {
  return hello.safeParse(value).data
}

export function parseRecord(value: unknown): UpRecord | undefined {
  return upRecord.safeParse(value).data
}

export function parseArguments(method: MethodName, args: readonly unknown[]): unknown[] | undefined {
  return methods.get(method)?.safeParse(args).data
}
