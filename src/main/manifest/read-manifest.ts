import fs from 'node:fs'
import path from 'node:path'
import type { Namespace } from '../../renderer-types/contract/index.ts'
import type { Permissions } from '../permissions/permissions.ts'
import { isDictionary, readSocketsKey, refuseManifest } from '../permissions/sockets-key.ts'
import type { Program } from './app-id.ts'
import { badKey, idOfFolder, idOfKey, idOfName, isKey } from './app-id.ts'
import { localizeManifest } from './localize.ts'
import { chooseMessages, readCatalogs, refuseCatalogs } from './messages.ts'
import { parseChromeJson } from './parse-json.ts'

const badLocale = 'Invalid value for default locale - locale name must be a string.'

const noSockets = 'it has no "sockets", as a Chrome App has: "sockets": { "tcpServer": { "listen": "*" } }'

interface Manifest extends Readonly<Record<string, unknown>> {
  readonly default_locale?: string
  readonly key?: string
  readonly name?: string
  readonly permissions?: readonly unknown[]
  readonly sockets?: unknown
}

const isText = (value: unknown): value is string | undefined =>
  value === undefined || typeof value === 'string'

/** What a manifest says of an app. */
export interface AppManifest {
  /** Found when it is asked for. */
  readonly id: string
  /** The manifest as JSON, in the user's language: to be asked for when the app is ready. */
  readonly json: string
  /** The texts of `_locales` in the user's language, by their names in small letters: to be asked for then, too. */
  readonly messages: Readonly<Record<string, string>>
  /** The APIs its pages see. */
  readonly namespaces: readonly Namespace[]
  readonly permissions: Permissions
}

/** Who runs the app. */
export interface Host extends Program {
  /** The user's language, as Chrome writes it (`en-GB`). */
  readonly getLocale: () => string
}

/** Chrome gives a manifest back with its keys in alphabetical order. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, entry]) => [key, sortKeys(entry)]))
}

/** By hand: a program that starts need not load what checks the calls of its pages. */
function listFaults(manifest: Readonly<Record<string, unknown>>): string[] {
  const { default_locale: locale, key, name, permissions } = manifest
  return [
    ...(isText(locale) && locale !== '' ? [] : [badLocale]),
    ...(key === undefined || (typeof key === 'string' && isKey(key)) ? [] : [badKey]),
    ...(isText(name) ? [] : ['"name" must be a string']),
    ...(permissions === undefined || Array.isArray(permissions) ? [] : ['"permissions" must be a list']),
  ]
}

const isManifest = (value: Readonly<Record<string, unknown>>): value is Manifest =>
  listFaults(value).length === 0

function parseManifest(value: unknown): Manifest {
  if (!isDictionary(value)) throw refuseManifest('it must be an object')
  if (isManifest(value)) return value
  throw refuseManifest(listFaults(value).join('; '))
}

/** Without any there is nothing to install. */
function requireSockets(manifest: Manifest): Manifest {
  if (manifest.sockets === undefined) throw refuseManifest(noSockets)
  return manifest
}

/** What depends on the language that the user has once the app is ready. */
interface Localized {
  readonly json: string
  readonly messages: Iterable<readonly [string, string]>
}

type Messages = AppManifest['messages']

const listMessages = ({ messages }: Localized, id: string): Messages =>
  Object.fromEntries([...messages, ['@@extension_id', id]])

function describe(manifest: Manifest, findId: () => string, localize: () => Localized): AppManifest {
  let known: string | undefined
  let shown: { readonly of: Localized; readonly messages: Messages } | undefined
  const getId = (): string => (known ??= findId())
  const hasNetwork = manifest.permissions?.includes('system.network') === true
  const hasSockets = manifest.sockets !== undefined
  return {
    get id() {
      return getId()
    },
    get json() {
      return localize().json
    },
    get messages() {
      const localized = localize()
      if (shown?.of !== localized) shown = { of: localized, messages: listMessages(localized, getId()) }
      return shown.messages
    },
    namespaces: [
      ...(hasSockets ? (['tcp', 'tcpServer', 'udp'] as const) : []),
      ...(hasNetwork ? (['network'] as const) : []),
    ],
    permissions: readSocketsKey(manifest.sockets),
  }
}

/**
 * Reads a manifest. An app without `key` gets its id from its name, and from what else tells it from others. Throws a
 * TypeError that says what is wrong with it.
 */
export function readManifest(value: unknown, others: readonly string[] = []): AppManifest {
  const manifest = requireSockets(parseManifest(value))
  const { key, name = '' } = manifest
  const json = JSON.stringify(sortKeys(value))
  const findId = (): string => (key === undefined ? idOfName(name, others) : idOfKey(key))
  const localized = { json, messages: [] }
  return describe(manifest, findId, () => localized)
}

/** What writes manifest and messages in the user's language. */
function createLocalizer(manifest: Manifest, folder: string, { getLocale }: Host): () => Localized {
  const { default_locale: defaultLocale } = manifest
  if (defaultLocale === undefined) {
    refuseCatalogs(folder)
    const json = JSON.stringify(sortKeys(manifest))
    const localized = { json, messages: [] }
    return () => localized
  }
  const catalogs = readCatalogs(folder, defaultLocale)
  const localize = (locale: string): Localized => {
    const messages = chooseMessages(catalogs, locale)
    return { json: JSON.stringify(sortKeys(localizeManifest(manifest, messages, locale))), messages }
  }
  // A message that is missing is to be told now, not when the first page comes.
  localize(defaultLocale)
  let locale: string | undefined
  let localized: Localized | undefined
  return () => {
    const wanted = getLocale()
    if (localized === undefined || locale !== wanted) localized = localize(wanted)
    locale = wanted
    return localized
  }
}

/** Reads the manifest.json of an app's folder as Chrome does. Throws a TypeError that says what is wrong with it. */
export function readManifestFile(file: string, host: Host): AppManifest {
  const value = parseChromeJson(fs.readFileSync(file, 'utf8'))
  requireSockets(parseManifest(value))
  return describeFolder(value, path.dirname(fs.realpathSync(file)), host)
}

/**
 * What an app may do with sockets, whose manifest has been read from a folder. It may have none; `id` is that of an app
 * without `key`.
 */
export function describeFolder(value: unknown, folder: string, host: Host, id?: string): AppManifest {
  const manifest = parseManifest(value)
  const { key } = manifest
  const findId = (): string => (key === undefined ? (id ?? idOfFolder(folder, host)) : idOfKey(key))
  return describe(manifest, findId, createLocalizer(manifest, folder, host))
}
