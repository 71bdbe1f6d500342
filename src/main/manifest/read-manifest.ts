import fs from 'node:fs'
import path from 'node:path'
import * as z from 'zod/mini'
import type { Namespace } from '../../renderer-types/contract/index.ts'
import type { Permissions } from '../permissions/permissions.ts'
import { readSocketsKey, refuseManifest } from '../permissions/sockets-key.ts'
import type { Program } from './app-id.ts'
import { idOfFolder, idOfKey, idOfName } from './app-id.ts'
import { localizeManifest } from './localize.ts'
import { chooseMessages, readCatalogs, refuseCatalogs } from './messages.ts'
import { parseChromeJson } from './parse-json.ts'

const badLocale = 'Invalid value for default locale - locale name must be a string.'

const manifestSchema = z.looseObject(
  {
    default_locale: z.optional(z.string(badLocale).check(z.minLength(1, badLocale))),
    key: z.optional(z.string('"key" must be a string')),
    name: z.optional(z.string('"name" must be a string')),
    permissions: z.optional(z.array(z.unknown(), '"permissions" must be a list')),
    sockets: z.optional(z.unknown()),
  },
  'it must be an object',
)

const noSockets = 'it has no "sockets", as a Chrome App has: "sockets": { "tcpServer": { "listen": "*" } }'

type Manifest = z.output<typeof manifestSchema>

/** What a manifest says of an app. */
export interface AppManifest {
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

function parseManifest(value: unknown): Manifest {
  const { success, data, error } = manifestSchema.safeParse(value)
  if (!success) throw refuseManifest(error.issues.map(({ message }) => message).join('; '))
  return data
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

function describe(manifest: Manifest, id: string, localize: () => Localized): AppManifest {
  const hasNetwork = manifest.permissions?.includes('system.network') === true
  const hasSockets = manifest.sockets !== undefined
  return {
    id,
    get json() {
      return localize().json
    },
    get messages() {
      return Object.fromEntries([...localize().messages, ['@@extension_id', id]]) as Record<string, string>
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
  return describe(manifest, key === undefined ? idOfName(name, others) : idOfKey(key), () => ({
    json,
    messages: [],
  }))
}

/** What writes manifest and messages in the user's language. */
function createLocalizer(manifest: Manifest, folder: string, { getLocale }: Host): () => Localized {
  const { default_locale: defaultLocale } = manifest
  if (defaultLocale === undefined) {
    refuseCatalogs(folder)
    const json = JSON.stringify(sortKeys(manifest))
    return () => ({ json, messages: [] })
  }
  const catalogs = readCatalogs(folder, defaultLocale)
  const localize = (locale: string): Localized => {
    const messages = chooseMessages(catalogs, locale)
    return { json: JSON.stringify(sortKeys(localizeManifest(manifest, messages, locale))), messages }
  }
  // A message that is missing is to be told now, not when the first page comes.
  localize(defaultLocale)
  return () => localize(getLocale())
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
  const ownId = key === undefined ? (id ?? idOfFolder(folder, host)) : idOfKey(key)
  return describe(manifest, ownId, createLocalizer(manifest, folder, host))
}
