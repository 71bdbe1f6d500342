/**
 * What `storage.managed_schema` says of a value: JSON Schema as far as Chrome knows it
 * (Chromium: components/policy/core/common/schema.cc).
 */
export interface PolicySchema {
  readonly type: 'array' | 'boolean' | 'integer' | 'number' | 'object' | 'string'
  readonly allowed: readonly unknown[] | undefined
  readonly minimum: number
  readonly maximum: number
  readonly pattern: RegExp | undefined
  readonly items: PolicySchema | undefined
  readonly properties: ReadonlyMap<string, PolicySchema>
  readonly patternProperties: readonly (readonly [RegExp, PolicySchema])[]
  readonly additionalProperties: PolicySchema | undefined
}

type Json = Readonly<Record<string, unknown>>

const types = ['array', 'boolean', 'integer', 'number', 'object', 'string'] as const

function isDictionary(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function listEntries(value: unknown): [string, unknown][] {
  return isDictionary(value) ? Object.entries(value) : []
}

function parseType({ type, $ref }: Json): PolicySchema['type'] {
  if (type === undefined && $ref === undefined)
    throw new TypeError("Each schema must have a 'type' or '$ref'.")
  const known = types.find((one) => one === type)
  if (known === undefined) throw new TypeError(`Unknown type '${String(type)}'.`)
  return known
}

/** Schemas that have an `id`, wherever they stand. */
function collectIds(value: unknown, found = new Map<string, Json>()): Map<string, Json> {
  if (!isDictionary(value)) return found
  if (typeof value.id === 'string') found.set(value.id, value)
  for (const part of [value.items, value.additionalProperties]) collectIds(part, found)
  for (const part of [value.properties, value.patternProperties])
    for (const [, entry] of listEntries(part)) collectIds(entry, found)
  return found
}

class Parser {
  readonly #ids: ReadonlyMap<string, Json>
  /** One that refers to itself is read once. */
  readonly #parsed = new Map<Json, PolicySchema>()

  constructor(root: unknown) {
    this.#ids = collectIds(root)
  }

  parse(value: unknown): PolicySchema {
    if (!isDictionary(value)) throw new TypeError("Each schema must have a 'type' or '$ref'.")
    const { $ref } = value
    const referred = typeof $ref === 'string' ? this.#ids.get($ref) : undefined
    if (typeof $ref === 'string' && referred === undefined) throw new TypeError(`Invalid $ref: ${$ref}`)
    return this.#parsed.get(referred ?? value) ?? this.#parse(referred ?? value)
  }

  #parse(value: Json): PolicySchema {
    const properties = new Map<string, PolicySchema>()
    const patternProperties: (readonly [RegExp, PolicySchema])[] = []
    const schema = {
      type: parseType(value),
      allowed: Array.isArray(value.enum) ? (value.enum as unknown[]) : undefined,
      minimum: typeof value.minimum === 'number' ? value.minimum : -Infinity,
      maximum: typeof value.maximum === 'number' ? value.maximum : Infinity,
      pattern: typeof value.pattern === 'string' ? new RegExp(value.pattern, 'u') : undefined,
      items: undefined as PolicySchema | undefined,
      properties,
      patternProperties,
      additionalProperties: undefined as PolicySchema | undefined,
    }
    this.#parsed.set(value, schema)
    if (value.items !== undefined) schema.items = this.parse(value.items)
    for (const [key, entry] of listEntries(value.properties)) properties.set(key, this.parse(entry))
    for (const [pattern, entry] of listEntries(value.patternProperties))
      patternProperties.push([new RegExp(pattern, 'u'), this.parse(entry)])
    if (isDictionary(value.additionalProperties))
      schema.additionalProperties = this.parse(value.additionalProperties)
    return schema
  }
}

/** Throws a TypeError in Chrome's words. */
export function parsePolicySchema(value: unknown): PolicySchema {
  const schema = new Parser(value).parse(value)
  if (schema.type !== 'object')
    throw new TypeError('The main schema must have a type attribute with "object" value.')
  return schema
}

function findSchemas(
  { additionalProperties, patternProperties, properties }: PolicySchema,
  key: string,
): PolicySchema[] {
  const own = properties.get(key)
  const matching = patternProperties.flatMap(([pattern, schema]) => (pattern.test(key) ? [schema] : []))
  const found = own === undefined ? matching : [own, ...matching]
  return found.length > 0 || additionalProperties === undefined ? found : [additionalProperties]
}

/** Of what is unknown nothing is left; one member that does not fit takes the whole along. */
function restrictObject(value: Json, schema: PolicySchema): Json | undefined {
  const kept: [string, unknown][] = []
  for (const [key, member] of Object.entries(value)) {
    const [first, ...others] = findSchemas(schema, key)
    if (first === undefined) continue
    const restricted = restrict(member, first)
    if (restricted === undefined || others.some((other) => restrict(member, other) === undefined))
      return undefined
    kept.push([key, restricted])
  }
  return Object.fromEntries(kept)
}

function restrictList(value: readonly unknown[], { items }: PolicySchema): unknown[] | undefined {
  if (items === undefined) return []
  const kept = value.map((element) => restrict(element, items))
  return kept.includes(undefined) ? undefined : kept
}

function fits(value: unknown, { allowed, maximum, minimum, pattern, type }: PolicySchema): boolean {
  if (type === 'integer' ? !Number.isInteger(value) : typeof value !== type) return false
  if (typeof value === 'number' && (value < minimum || value > maximum)) return false
  if (typeof value === 'string' && pattern?.test(value) === false) return false
  return allowed === undefined || allowed.includes(value)
}

/** A value as the schema lets it pass; undefined where it does not. */
function restrict(value: unknown, schema: PolicySchema): unknown {
  if (schema.type === 'array') return Array.isArray(value) ? restrictList(value, schema) : undefined
  if (schema.type === 'object') return isDictionary(value) ? restrictObject(value, schema) : undefined
  return fits(value, schema) ? value : undefined
}

/** The policies that fit their schema. */
export function restrictPolicies(policies: Json, schema: PolicySchema): Json {
  const kept = Object.entries(policies).flatMap(([key, value]) => {
    const [own] = findSchemas(schema, key)
    const restricted = own === undefined ? undefined : restrict(value, own)
    return restricted === undefined ? [] : [[key, restricted] as const]
  })
  return Object.fromEntries(kept)
}
