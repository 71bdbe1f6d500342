import { contract } from '../../src/renderer-types/contract/index.ts'
import type { Namespace } from '../../src/renderer-types/contract/index.ts'
import type {
  DictionaryWord,
  EventRow,
  MethodRow,
  NamespaceRow,
  TypeWord,
} from '../../src/renderer-types/contract/words.ts'
import type { ErrorDoc, MethodDoc } from '../../src/renderer-types/docs/doc-words.ts'
import { docs } from '../../src/renderer-types/docs/index.ts'
import {
  collectWords,
  comment,
  printEnum,
  printEnumObject,
  printOverloads,
  printType,
  shortName,
} from './print-words.ts'

/** The parts of a namespace's documentation, looked up by name. */
interface LooseDoc {
  readonly text: string
  readonly source: string
  readonly methods: Readonly<Record<string, MethodDoc>>
  readonly events: Readonly<Record<string, string>>
  readonly dictionaries: Readonly<Record<string, Readonly<Record<string, string>>>>
}

function need<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`not documented: ${what}`)
  return value
}

function printError({ message, code, when }: ErrorDoc): string {
  return `- \`${message}\`${code === undefined ? '' : ` (${code})`}: ${when}`
}

function printMethodDoc(name: string, row: MethodRow, doc: MethodDoc, source: string): string {
  const parameters = row.parameters.map(
    (parameter) =>
      `@param ${parameter.name} ${need(doc.parameters?.[parameter.name], `${name}: ${parameter.name}`)}`,
  )
  const errors = doc.errors === undefined ? [] : ['', 'Errors:', ...doc.errors.map(printError)]
  return comment([doc.text, ...errors, '', ...parameters, `@see ${source}#method-${name}`])
}

function printDictionary({ name, properties }: DictionaryWord, doc: LooseDoc): string {
  const short = shortName(name)
  const isInput = /(Properties|Options|Constraints)$/.test(short)
  const lines = Object.entries(properties).map(([key, { type, optional }]) => {
    const text = need(doc.dictionaries[short]?.[key], `${short}.${key}`)
    const suffix = isInput ? ' | null | undefined' : ' | undefined'
    return `${comment([text])}\n${key}${optional === true ? '?' : ''}: ${printType(type, isInput)}${optional === true ? suffix : ''}`
  })
  return `interface ${short} {\n${lines.join('\n')}\n}`
}

function printEvent(name: string, { payload }: EventRow, doc: LooseDoc): string {
  const text = need(doc.events[name], name)
  return `${comment([text, `@see ${doc.source}#event-${name}`])}\nconst ${name}: SocketEvent<${shortName(payload.name)}>`
}

/** The types of what methods take and give, and of what events bring. */
function listTypes({ events, methods }: NamespaceRow): TypeWord[] {
  const ofMethods = Object.values(methods).flatMap(({ parameters, result }) => [
    ...parameters.map(({ type }) => type),
    ...(result === undefined ? [] : [result.type]),
  ])
  return [...ofMethods, ...Object.values(events).map(({ payload }) => payload)]
}

function printNamespace(name: Namespace, printedName: string): string {
  const row: NamespaceRow = contract[name]
  const doc: LooseDoc = docs[name]
  const types = collectWords(listTypes(row)).map((type) =>
    type.kind === 'enum' ? printEnum(type) : printDictionary(type, doc),
  )
  const methods = Object.entries(row.methods).map(([key, method]) => {
    const [first = '', ...others] = printOverloads(key, method)
    return [printMethodDoc(key, method, need(doc.methods[key], key), doc.source), first, ...others].join('\n')
  })
  const events = Object.entries(row.events).map(([key, event]) => printEvent(key, event, doc))
  const members = [...types, ...Object.entries(row.enums).map(printEnumObject), ...methods, ...events]
  return `${comment([doc.text, `@see ${doc.source}`])}\nnamespace ${printedName} {\n${members.join('\n\n')}\n}`
}

const socketEvent = `/** An event of \`chrome.sockets\`. Every listener is called with the same object. */
interface SocketEvent<Info> {
  /** Adds a listener; one that is there already is not added again. */
  addListener(callback: (info: Info) => void): void
  /** Removes the very function that was added. */
  removeListener(callback: (info: Info) => void): void
  hasListener(callback: (info: Info) => void): boolean
  hasListeners(): boolean
}`

const runtime = `interface LastError {
  /** What went wrong, as documented at each method. */
  message?: string
}

/** There while the callback of a failed call runs; undefined otherwise. */
const lastError: LastError | undefined

/** The app's id: 32 letters, made from the manifest's \`key\` as Chrome makes it. */
const id: string

/** The app's manifest, a new copy at each call. */
function getManifest(): Record<string, unknown>`

const header =
  '// Generated from the contract by `npm run generate`; to change it, change src/renderer-types.\n'

const lastName = (path: string): string => path.slice(path.lastIndexOf('.') + 1)

/** The namespaces that stand directly below `chrome.sockets`, or below `chrome.system`. */
function printGroup(group: 'sockets' | 'system'): string {
  const names = (Object.keys(contract) as Namespace[]).filter((name) =>
    contract[name].path.startsWith(`${group}.`),
  )
  const printed = names.map((name) => printNamespace(name, lastName(contract[name].path)))
  return [...(group === 'sockets' ? [socketEvent] : []), ...printed].join('\n\n')
}

/** Types to import: `import type { tcp } from 'electron-chrome-sockets/types'`. */
export function writeModuleTypes(): string {
  const body = `${printGroup('sockets')}\n\n${printGroup('system')}`
  return `${header}\n${body.replaceAll(/^(namespace|interface SocketEvent)/gm, 'export $1')}\n`
}

/** Types of the page's global `chrome` without `chrome.runtime`, which a page may have from elsewhere. */
export function writeSocketGlobals(): string {
  return `${header}
declare namespace chrome.sockets {
${printGroup('sockets')}
}

declare namespace chrome.system {
${printGroup('system')}
}

interface Window {
chrome: typeof chrome
}
`
}

/** Types of the page's global `chrome`. */
export function writeGlobalTypes(): string {
  return `${header}/// <reference path="./globals-sockets.d.ts" />

declare namespace chrome.runtime {
${runtime}
}
`
}
