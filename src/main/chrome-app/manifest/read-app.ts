import fs from 'node:fs'
import path from 'node:path'
import { appContract } from '../../../renderer-types/contract/apps/index.ts'
import type { AppNamespace } from '../../../renderer-types/contract/apps/index.ts'
import type { AppNamespaceRow } from '../../../renderer-types/contract/apps/words.ts'
import { parseChromeJson } from '../../manifest/parse-json.ts'
import type { AppManifest, Host } from '../../manifest/read-manifest.ts'
import { readOption } from '../../install/refuse-option.ts'
import { describeFolder } from '../../manifest/read-manifest.ts'
import { readManagedItems, readManagedSchema } from '../managed/read-managed-items.ts'
import type { Background } from './check-files.ts'
import { checkChromium, checkIcons, checkPermissions, readBackground } from './check-files.ts'
import type { FileHandler } from './file-handlers.ts'
import { readFileHandlers } from './file-handlers.ts'
import type { Manifest } from './manifest-schema.ts'
import { parseManifest } from './manifest-schema.ts'
import { readPermissionNames } from './permission-names.ts'

/** A Chrome App as its folder describes it. */
export interface ChromeApp {
  readonly manifest: AppManifest
  /** Without links on the way. */
  readonly directory: string
  readonly name: string
  readonly version: string
  /** The largest; a path in the folder. */
  readonly icon: string | undefined
  readonly background: Background
  readonly sandboxedPages: readonly string[]
  readonly fileHandlers: readonly FileHandler[]
  /** Permissions of all kinds, by the names that Chrome uses. */
  readonly permissionNames: ReadonlySet<string>
  readonly appNamespaces: readonly AppNamespace[]
  /** What `chrome.storage.managed` has in it, as JSON. */
  readonly managedItems: Readonly<Record<string, string>>
}

function listNamespaces(permissions: ReadonlySet<string>, version: unknown): AppNamespace[] {
  const rows = Object.entries<AppNamespaceRow>(appContract) as [AppNamespace, AppNamespaceRow][]
  return rows
    .filter(([, { permission }]) => permission === undefined || permissions.has(permission))
    .filter(([, { manifestVersion }]) => manifestVersion === undefined || manifestVersion === version)
    .map(([name]) => name)
}

function findLargestIcon(icons: Readonly<Record<string, string>>): string | undefined {
  const [largest] = Object.keys(icons).toSorted((one, other) => Number(other) - Number(one))
  return largest && icons[largest]
}

function refuseFolder(directory: string, complaint: string): TypeError {
  return new TypeError(`Failed to load extension from: ${directory}. ${complaint}`)
}

function loadManifest(directory: string): unknown {
  const file = path.join(directory, 'manifest.json')
  if (!fs.existsSync(file)) throw refuseFolder(directory, 'Manifest file is missing or unreadable')
  try {
    return parseChromeJson(fs.readFileSync(file, 'utf8'))
  } catch (error) {
    const complaint = error instanceof Error ? error.message : String(error)
    throw refuseFolder(directory, complaint.replace(/^not valid JSON: /, 'Manifest is not valid JSON.  '))
  }
}

const idPattern = /^[a-p]{32}$/

function checkId(id: string | undefined): string | undefined {
  if (id === undefined || idPattern.test(id)) return id
  throw new TypeError(`electron-chrome-sockets: option "id" must be 32 letters from a to p, not '${id}'`)
}

/** Whatever is wrong with a part of the folder is said of the folder. */
function readPart<T>(directory: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    const complaint = error instanceof Error ? error.message : String(error)
    throw refuseFolder(directory, complaint.replace(/^Invalid manifest for chrome\.sockets: /, ''))
  }
}

function checkManifest(directory: string, loaded: unknown): Manifest {
  const manifest = parseManifest(loaded)
  checkChromium(manifest)
  checkPermissions(manifest)
  checkIcons(directory, manifest)
  return manifest
}

/** The file's members, where there are a file and a schema; the schema is looked at in any case. */
function readManaged(directory: string, schemaFile: string | undefined, file: string | undefined) {
  const schema =
    schemaFile === undefined ? undefined : readPart(directory, () => readManagedSchema(directory, schemaFile))
  if (file === undefined) return {}
  return readOption('managedStorage', () => {
    if (schema === undefined) throw new TypeError("the app's manifest has no storage.managed_schema")
    return readManagedItems(file, schema)
  })
}

/** What the program that runs the app has decided. */
export interface ReadOptions {
  /** The id of an app without `key`. */
  readonly id?: string | undefined
  /** A JSON file: what the app finds in `chrome.storage.managed`. */
  readonly managedStorage?: string | undefined
}

/** Reads an app's folder. Throws a TypeError that says, in Chrome's words, what is wrong with it. */
export function readApp(folder: string, host: Host, { id, managedStorage }: ReadOptions = {}): ChromeApp {
  const directory = fs.existsSync(folder) ? fs.realpathSync(folder) : path.resolve(folder)
  const loaded = loadManifest(directory)
  const data = readPart(directory, () => checkManifest(directory, loaded))
  const permissionNames = readPermissionNames(data.permissions ?? [])
  return {
    manifest: readPart(directory, () => describeFolder(loaded, directory, host, checkId(id))),
    directory,
    name: data.name,
    version: data.version,
    icon: findLargestIcon(data.icons ?? {}),
    background: readPart(directory, () => readBackground(directory, data)),
    sandboxedPages: data.sandbox?.pages ?? [],
    fileHandlers: readFileHandlers(data.file_handlers),
    appNamespaces: listNamespaces(permissionNames, data.manifest_version),
    managedItems: readManaged(directory, data.storage?.managed_schema, managedStorage),
    permissionNames,
  }
}
