import { appContract } from '../../src/renderer-types/contract/apps/index.ts'
import type { AppMethodRow, AppNamespaceRow } from '../../src/renderer-types/contract/apps/words.ts'
import type { ParameterRow, TypeWord } from '../../src/renderer-types/contract/words.ts'
import { appInterfaces, extraMembers, listenerTypes, resultTypes } from './app-words.ts'
import {
  collectWords,
  printEnum,
  printEnumObject,
  printOverloads,
  printParameters,
  printProperties,
  printType,
  shortName,
} from './print-words.ts'

type PlacedRow = AppNamespaceRow & { readonly path: string }

const isPlaced = (row: AppNamespaceRow): row is PlacedRow => row.path !== undefined
const rows = Object.values<AppNamespaceRow>(appContract).filter(isPlaced)

const listParameterTypes = (parameters: readonly ParameterRow[]): TypeWord[] =>
  parameters.map(({ type }) => type)

function listInputTypes({ methods }: AppNamespaceRow): TypeWord[] {
  return Object.values(methods).flatMap(({ parameters }) => listParameterTypes(parameters))
}

function listOutputTypes({ events, methods }: AppNamespaceRow): TypeWord[] {
  const ofMethods = Object.values(methods).flatMap(({ result, returns }) => [
    ...(result === undefined ? [] : [result.type]),
    ...(returns === undefined ? [] : [returns]),
  ])
  return [...ofMethods, ...Object.values(events).flatMap(({ parameters }) => listParameterTypes(parameters))]
}

/** Every dictionary and enum that a namespace mentions, but for those that Chrome has no name for. */
function printTypes(row: AppNamespaceRow): string[] {
  const inputs = collectWords(listInputTypes(row))
  return collectWords([...listInputTypes(row), ...listOutputTypes(row)])
    .filter(({ name }) => name !== 'object')
    .map((word) => {
      if (word.kind === 'enum') return printEnum(word)
      const properties = printProperties(word, inputs.includes(word))
      return `interface ${shortName(word.name)} {\n${properties.join('\n')}\n}`
    })
}

function printMethod(place: string, name: string, row: AppMethodRow): string[] {
  const extra = extraMembers[`${place}.${name}`]
  if (extra !== undefined) return [extra]
  const type = resultTypes[`${place}.${name}`]
  const returned = type ?? (row.returns === undefined ? 'void' : printType(row.returns, false))
  if (row.noCallback !== true && row.returns !== undefined)
    return [`function ${name}(${printParameters(row.parameters)}, callback?: () => void): ${returned}`]
  if (row.noCallback !== true) return printOverloads(name, row, type)
  return [`function ${name}(${printParameters(row.parameters)}): ${returned}`]
}

function printListener(parameters: readonly ParameterRow[]): string {
  const printed = parameters.map(({ name, type, optional }) => {
    const mark = optional === true ? '?' : ''
    return `${name}${mark}: ${printType(type, false)}`
  })
  return `(${printed.join(', ')}) => void`
}

function printEvents(place: string, { events }: AppNamespaceRow): string[] {
  return Object.entries(events).map(
    ([name, { parameters }]) =>
      `const ${name}: AppEvent<${listenerTypes[`${place}.${name}`] ?? printListener(parameters)}>`,
  )
}

function printMembers(place: string, row: AppNamespaceRow): string[] {
  return [
    ...(extraMembers[place] === undefined ? [] : [extraMembers[place]]),
    ...Object.entries(row.enums).map(printEnumObject),
    ...Object.entries(row.methods).flatMap(([name, method]) => printMethod(place, name, method)),
    ...printEvents(place, row),
  ]
}

const printConstants = ({ constants = {} }: AppNamespaceRow): string[] =>
  Object.entries(constants).map(([name, value]) => `const ${name}: ${value}`)

const printProperty = (member: string): string => member.replaceAll(/^(?:function|const) /gm, '')

function printNamespace(row: PlacedRow): string {
  const members = [...printTypes(row), ...printMembers(row.path, row), ...printConstants(row)]
  return `declare namespace chrome.${row.path} {\n${members.join('\n\n')}\n}`
}

/** Namespaces that are objects of one class in Chrome, too: they have the same members, but for constants. */
function printClass(name: string): string {
  const instances = rows.filter(({ receiver }) => receiver === name)
  const [first] = instances
  if (first === undefined) return ''
  const members = printMembers(name, first).map(printProperty)
  const constants = instances.map((row) => {
    const own = printConstants(row).map(printProperty)
    return `const ${shortName(row.path)}: ${name}${own.length === 0 ? '' : ` & { ${own.join('; ')} }`}`
  })
  const parts = [...printTypes(first), `interface ${name} {\n${members.join('\n')}\n}`, ...constants]
  return `declare namespace chrome.${first.printed} {\n${parts.join('\n\n')}\n}`
}

/** Types of the global `chrome` of a whole Chrome App's pages. */
export function writeAppGlobals(): string {
  const plain = rows.filter(({ receiver }) => receiver === undefined)
  const receivers = new Set(rows.flatMap(({ receiver }) => receiver ?? []))
  return `// Generated from the contract by \`npm run generate\`; to change it, change src/renderer-types.

/// <reference path="./globals-sockets.d.ts" />

declare namespace chrome {
${appInterfaces}
}

${[...plain.map(printNamespace), ...[...receivers].map(printClass)].join('\n\n')}
`
}
