import type {
  BasicWord,
  DictionaryWord,
  EnumWord,
  MethodRow,
  ParameterRow,
  TypeWord,
} from '../../src/renderer-types/contract/words.ts'

export const shortName = (qualified: string): string => qualified.slice(qualified.lastIndexOf('.') + 1)

const basicTypes: Readonly<Record<BasicWord, string>> = {
  any: 'unknown',
  binary: 'ArrayBuffer',
  boolean: 'boolean',
  // Rows name one alone: that of a menu item.
  function: '((info: OnClickData) => void)',
  integer: 'number',
  number: 'number',
  object: 'Record<string, unknown>',
  string: 'string',
}

/** What is given to Chrome may be more than what Chrome gives. */
export function printType(type: TypeWord, isInput: boolean): string {
  if (typeof type === 'string')
    return type === 'binary' && isInput ? 'ArrayBuffer | ArrayBufferView' : basicTypes[type]
  if (type.kind === 'choice') return type.of.map((one) => printType(one, isInput)).join(' | ')
  if (type.kind === 'range') return 'number'
  if (type.kind === 'text') return 'string'
  if (type.kind === 'list') {
    const element = printType(type.of, isInput)
    return element.includes(' ') ? `(${element})[]` : `${element}[]`
  }
  // Chrome has no name for it.
  if (type.kind === 'dictionary' && type.name === 'object')
    return `{ ${printProperties(type, isInput).join('; ')} }`
  return shortName(type.name)
}

/** The properties of a dictionary, which the page gives or is given. */
export function printProperties({ properties }: DictionaryWord, isInput: boolean): string[] {
  const absent = isInput ? ' | null | undefined' : ' | undefined'
  return Object.entries(properties).map(([key, { type, optional }]) => {
    const printed = printType(type, isInput)
    return optional === true ? `${key}?: ${printed}${absent}` : `${key}: ${printed}`
  })
}

export function comment(lines: readonly string[]): string {
  const [first = '', ...rest] = lines
  return rest.length === 0
    ? `/** ${first} */`
    : `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n */`
}

function printParameter({ name, type, optional }: ParameterRow, mark: '?' | ''): string {
  const absent = mark === '?' ? ' | null' : ' | null | undefined'
  return `${name}${mark}: ${printType(type, true)}${optional === true ? absent : ''}`
}

/** The parameters of a function that takes no callback. */
export function printParameters(parameters: readonly ParameterRow[]): string {
  return parameters
    .map((parameter) => printParameter(parameter, parameter.optional === true ? '?' : ''))
    .join(', ')
}

/** Whether one that may be left out stands before one that may not, which TypeScript has no mark for. */
function isOmittedInside(parameters: readonly ParameterRow[]): boolean {
  return parameters.some(
    ({ optional }, at) => optional === true && parameters.slice(at).some((later) => later.optional !== true),
  )
}

/**
 * Chrome lets an optional parameter before the callback be left out or be null: two overloads, and one with a promise.
 * `resultType` is what it comes to, where the row has no word for that.
 */
export function printOverloads(
  name: string,
  { parameters, promise, result }: MethodRow,
  resultType = result && printType(result.type, false),
): string[] {
  const given = result === undefined ? '' : `${result.name}: ${resultType}`
  const callback = `callback: (${given}) => void`
  const required = parameters.filter(({ optional }) => optional !== true)
  const lists = required.length === parameters.length ? [required] : [required, parameters]
  const overloads = lists.map((list) => {
    const printed = [...list.map((parameter) => printParameter(parameter, '')), callback]
    return `function ${name}(${printed.join(', ')}): void`
  })
  if (!promise) return overloads
  const promised = isOmittedInside(parameters)
    ? lists.map((list) => list.map((parameter) => printParameter(parameter, '')).join(', '))
    : [printParameters(parameters)]
  return [
    ...overloads,
    ...promised.map((printed) => `function ${name}(${printed}): Promise<${resultType ?? 'void'}>`),
  ]
}

export const printEnum = ({ name, values }: EnumWord): string =>
  `type ${shortName(name)} = ${values.map((value) => `'${value}'`).join(' | ')}`

export function printEnumObject([name, members]: [string, Readonly<Record<string, string>>]): string {
  return `const ${name}: { ${Object.entries(members)
    .map(([key, value]) => `${key}: '${value}'`)
    .join('; ')} }`
}

/** Every dictionary and enum that types mention, each once. */
export function collectWords(types: Iterable<TypeWord>): (DictionaryWord | EnumWord)[] {
  const found = new Map<string, DictionaryWord | EnumWord>()
  const visit = (type: TypeWord): void => {
    if (typeof type === 'string' || type.kind === 'instance') return
    if (type.kind === 'range' || type.kind === 'text') return
    if (type.kind === 'list') return visit(type.of)
    if (type.kind === 'choice') return type.of.forEach(visit)
    found.set(type.name, type)
    if (type.kind === 'dictionary')
      for (const property of Object.values(type.properties)) visit(property.type)
  }
  for (const type of types) visit(type)
  return [...found.values()]
}
