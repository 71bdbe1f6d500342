import { contract } from '../../../src/renderer-types/contract/index.ts'
import type { MethodName } from '../../../src/renderer-types/contract/index.ts'
import type { MethodRow, NamespaceRow, TypeWord } from '../../../src/renderer-types/contract/words.ts'

/** A value that a word of the contract allows. */
export function sampleOf(type: TypeWord): unknown {
  if (type === 'integer' || type === 'number') return 7
  if (type === 'boolean') return true
  if (type === 'string') return 'text'
  if (type === 'binary') return new ArrayBuffer(3)
  if (type === 'function') return () => {}
  return type === 'any' || type === 'object' ? {} : sampleOfStructure(type)
}

function sampleOfStructure(type: Exclude<TypeWord, string>): unknown {
  if (type.kind === 'instance') return {}
  if (type.kind === 'range') return type.minimum
  if (type.kind === 'text') return 'text'
  if (type.kind === 'choice') return sampleOf(type.of[0] ?? 'any')
  if (type.kind === 'enum') return type.values[0]
  if (type.kind === 'list') return [sampleOf(type.of)]
  const properties = Object.entries(type.properties).map(([key, row]) => [key, sampleOf(row.type)])
  return Object.fromEntries(properties)
}

/** All arguments of a method, without its callback. */
export function sampleArguments(row: MethodRow): unknown[] {
  return row.parameters.map(({ type }) => sampleOf(type))
}

/** Every method of the contract whose calls come as records. */
export function listRecordMethods(): [name: MethodName, row: MethodRow][] {
  return listMethods().filter(([, { isStream }]) => isStream !== true)
}

/** Every method of the contract. */
export function listMethods(): [name: MethodName, row: MethodRow][] {
  return Object.entries<NamespaceRow>(contract).flatMap(([namespace, { methods }]) =>
    Object.entries(methods).map(([key, row]): [MethodName, MethodRow] => [
      `${namespace}.${key}` as MethodName,
      row,
    ]),
  )
}
