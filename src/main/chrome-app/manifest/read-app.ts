import fs from 'node:fs'
import path from 'node:path'
import { parseChromeJson } from '../../manifest/parse-json.ts'
import { keyOfFolder, writeKey } from '../../manifest/app-id.ts'
import type { AppManifest, Host } from '../../manifest/read-manifest.ts'
import { describeFolder } from '../../manifest/read-manifest.ts'
import { readOption, refuseOption } from '../../install/refuse-option.ts'
import { readManagedItems, readManagedSchema } from '../managed/read-managed-items.ts'
import type { Background } from './check-files.ts'
import { checkChromium, checkIcons, checkPermissions, readBackground } from './check-files.ts'
import type { FileHandler } from './file-handlers.ts'
import { readFileHandlers } from './file-handlers.ts'
import type { Manifest } from './manifest-schema.ts'
import { parseManifest } from './manifest-schema.ts'
import { listAskedInVain } from './asked-in-vain.ts'
import type { Provided } from './read-provided.ts'
import { readProvided } from './read-provided.ts'
import { defaultSandboxPolicy, writeSandboxPolicy } from './sandbox-policy.ts'
import { printSocketRules, readSocketPermission } from '../old-sockets/socket-permission.ts'
import type { Permissions } from '../../permissions/permissions.ts'
import type { PermissionRules } from '../rights/read-permission-set.ts'
import { readManifestPermissions } from '../rights/read-permission-set.ts'
import type { ListedPermissions } from '../rights/rights.ts'
import { listUsbDevices } from '../rights/usb-devices.ts'
import type { AppScheme } from '../scheme.ts'

/** A Chrome App as its folder describes it. */
export interface ChromeApp {
  readonly manifest: AppManifest
  /** What its id is made of; undefined where the program has named the id. */
  readonly key: string | undefined
  /** Of the addresses of its pages, as is the origin. */
  readonly scheme: AppScheme
  readonly origin: string
  /** Without links on the way. */
  readonly directory: string
  readonly name: string
  readonly version: string
  /** The largest; a path in the folder. */
  readonly icon: string | undefined
  readonly background: Background
  /** Paths in which `*` stands for anything. */
  readonly sandboxedPages: readonly string[]
  /** Theirs, as it is sent. */
  readonly sandboxPolicy: string
  readonly fileHandlers: readonly FileHandler[]
  readonly permissions: ListedPermissions
  /** What the app may do by `chrome.socket`. */
  readonly socketPermission: Permissions
  /** As Chrome prints them. */
  readonly permissionRules: PermissionRules
  /** What its manifest asks for and cannot have. */
  readonly askedInVain: readonly string[]
  /** What its guests may see of its folder; `*` stands for anything. */
  readonly webviewPartitions: NonNullable<Manifest['webview']>['partitions']
  /** What the program adds to what its pages have. */
  readonly provided: readonly Provided[]
  /** What `chrome.storage.managed` has in it, as JSON. */
  readonly managedItems: Readonly<Record<string, string>>
}

function findLargestIcon(icons: Readonly<Record<string, string>>): string | undefined {
  const [largest] = Object.keys(icons).toSorted((one, other) => Number(other) - Number(one))
  return largest && icons[largest]
}

function refuseFolder(directory: string, complaint: string): TypeError {
  return new TypeError(`Failed to load extension from: ${directory}. ${complaint}`)
}

function readManifestText(directory: string): string {
  try {
    return fs.readFileSync(path.join(directory, 'manifest.json'), 'utf8')
  } catch (error) {
    throw new TypeError('Manifest file is missing or unreadable', { cause: error })
  }
}

function loadManifest(directory: string): unknown {
  try {
    return parseChromeJson(readManifestText(directory))
  } catch (error) {
    const complaint = error instanceof Error ? error.message : String(error)
    throw refuseFolder(directory, complaint.replace(/^not valid JSON: /, 'Manifest is not valid JSON.  '))
  }
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

function readSandbox({ sandbox }: Manifest): Pick<ChromeApp, 'sandboxedPages' | 'sandboxPolicy'> {
  const policy = sandbox?.content_security_policy
  return {
    sandboxedPages: sandbox?.pages ?? [],
    sandboxPolicy: policy === undefined ? defaultSandboxPolicy : writeSandboxPolicy(policy),
  }
}

function readRules({ permissions = [] }: Manifest): Pick<ChromeApp, 'socketPermission' | 'permissionRules'> {
  return {
    socketPermission: readSocketPermission(permissions),
    permissionRules: { socket: printSocketRules(permissions), usbDevices: listUsbDevices(permissions) },
  }
}

/** An app that was given an optional one of those that are asked for in vain would use what is not there. */
function readPermissions(data: Manifest, askedInVain: readonly string[]): ListedPermissions {
  return {
    manifestVersion: data.manifest_version ?? 2,
    required: readManifestPermissions(data.permissions ?? []),
    optional: readManifestPermissions(data.optional_permissions ?? []).filter(
      (name) => !askedInVain.includes(name),
      () => true,
    ),
  }
}

/** What the program that runs the app has decided. */
export interface ReadOptions {
  /** The id of an app without `key`. */
  readonly id?: string | undefined
  readonly scheme?: AppScheme | undefined
  /** A JSON file: what the app finds in `chrome.storage.managed`. */
  readonly managedStorage?: string | undefined
  /** Files that add namespaces to `chrome`, by their names there. */
  readonly provide?: Readonly<Record<string, string>> | undefined
}

function findKey({ key }: Manifest, id: string | undefined, ofFolder: () => string): string | undefined {
  if (key !== undefined) return writeKey(key)
  return id === undefined ? ofFolder() : undefined
}

/** Electron shows pages of Chrome's own scheme for no id but one that it makes itself. */
function checkScheme(scheme: AppScheme, key: string | undefined): void {
  if (scheme === 'chrome-extension' && key === undefined)
    throw refuseOption('scheme', 'cannot be "chrome-extension" beside the option "id"')
}

/** Reads an app's folder. Throws a TypeError that says, in Chrome's words, what is wrong with it. */
export function readApp(
  folder: string,
  host: Host,
  { id, managedStorage, provide = {}, scheme = 'chrome-app' }: ReadOptions = {},
): ChromeApp {
  const directory = fs.existsSync(folder) ? fs.realpathSync(folder) : path.resolve(folder)
  const loaded = loadManifest(directory)
  const data = readPart(directory, () => checkManifest(directory, loaded))
  const key = findKey(data, id, () => keyOfFolder(directory, host))
  checkScheme(scheme, key)
  const manifest = readPart(directory, () => describeFolder(loaded, directory, host, id))
  const provided = readOption('provide', () => readProvided(provide))
  const askedInVain = listAskedInVain(
    data,
    provided.map(({ name }) => name),
  )
  return {
    manifest,
    key,
    scheme,
    origin: `${scheme}://${manifest.id}`,
    directory,
    name: data.name,
    version: data.version,
    icon: findLargestIcon(data.icons ?? {}),
    background: readPart(directory, () => readBackground(directory, data)),
    ...readSandbox(data),
    fileHandlers: readFileHandlers(data.file_handlers),
    permissions: readPermissions(data, askedInVain),
    managedItems: readManaged(directory, data.storage?.managed_schema, managedStorage),
    webviewPartitions: data.webview?.partitions ?? [],
    provided,
    askedInVain,
    ...readRules(data),
  }
}
