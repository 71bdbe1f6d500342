import fs from 'node:fs'
import path from 'node:path'
import * as z from 'zod/mini'
import { appContract } from '../../../renderer-types/contract/apps/index.ts'
import type { AppNamespace } from '../../../renderer-types/contract/apps/index.ts'
import type { AppNamespaceRow } from '../../../renderer-types/contract/apps/words.ts'
import { parseChromeJson } from '../../manifest/parse-json.ts'
import type { AppManifest, Host } from '../../manifest/read-manifest.ts'
import { readOption } from '../../install/refuse-option.ts'
import { describeFolder } from '../../manifest/read-manifest.ts'
import { readManagedItems, readManagedSchema } from '../managed/read-managed-items.ts'
import type { FileHandler } from './file-handlers.ts'
import { fileHandlersSchema, readFileHandlers } from './file-handlers.ts'
import { readPermissionNames } from './permission-names.ts'

const noBackground = "Either 'app.launch.local_path' or 'app.launch.web_url' is required."

const backgroundSchema = z.object(
  { scripts: z.optional(z.array(z.string())), page: z.optional(z.string()) },
  noBackground,
)

/** What is wrong with them is no reason not to run the app: it has no icon then. */
const iconsSchema = z.record(z.string(), z.string())

const manifestSchema = z.looseObject({
  name: z.string("Required value 'name' is missing or invalid."),
  version: z
    .string()
    .check(
      z.regex(
        /^\d{1,5}(?:\.\d{1,5}){0,3}$/,
        "Required value 'version' is missing or invalid. It must be between 1-4 dot-separated integers each between 0 and 65536.",
      ),
    ),
  key: z.optional(z.string("Value 'key' is missing or invalid.")),
  app: z.object({ background: backgroundSchema }, noBackground),
  file_handlers: z.optional(fileHandlersSchema),
  permissions: z.optional(z.array(z.union([z.string(), z.looseObject({})]))),
  manifest_version: z.optional(z.unknown()),
  storage: z.optional(
    z.looseObject({ managed_schema: z.optional(z.string('storage.managed_schema must be a string')) }),
  ),
  icons: z.optional(z.unknown()),
  sandbox: z.optional(z.looseObject({ pages: z.optional(z.array(z.string())) })),
})

/** A Chrome App as its folder describes it. */
export interface ChromeApp {
  readonly manifest: AppManifest
  /** Without links on the way. */
  readonly directory: string
  readonly name: string
  readonly version: string
  /** The largest; a path in the folder. */
  readonly icon: string | undefined
  readonly background: z.output<typeof backgroundSchema>
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
    throw refuseFolder(directory, error instanceof Error ? error.message : String(error))
  }
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
  const { success, data, error } = manifestSchema.safeParse(loaded)
  if (!success) throw refuseFolder(directory, error.issues[0]?.message ?? 'Manifest is invalid')
  const permissionNames = readPermissionNames(data.permissions ?? [])
  return {
    manifest: readPart(directory, () => describeFolder(loaded, directory, host, checkId(id))),
    directory,
    name: data.name,
    version: data.version,
    icon: findLargestIcon(iconsSchema.safeParse(data.icons).data ?? {}),
    background: data.app.background,
    sandboxedPages: data.sandbox?.pages ?? [],
    fileHandlers: readFileHandlers(data.file_handlers),
    appNamespaces: listNamespaces(permissionNames, data.manifest_version),
    managedItems: readManaged(directory, data.storage?.managed_schema, managedStorage),
    permissionNames,
  }
}
