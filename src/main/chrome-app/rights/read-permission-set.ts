import * as z from 'zod/mini'
import { readPermissionNames } from '../manifest/permission-names.ts'
import type { PermissionEntry } from '../manifest/permission-names.ts'
import { parseHostPattern, printHostPattern } from './host-pattern.ts'
import { isKnownPermission, orderPermissions } from './known-permissions.ts'
import { PermissionSet } from './permission-set.ts'
import type { UsbDevice } from './usb-devices.ts'

/** What a page names in a call of `chrome.permissions`. */
export interface NamedPermissions {
  readonly permissions?: readonly string[] | undefined
  readonly origins?: readonly string[] | undefined
}

/** Those of a manifest: what is neither a permission nor a pattern is passed over. */
export function readManifestPermissions(entries: readonly PermissionEntry[]): PermissionSet {
  const set = new PermissionSet()
  for (const name of readPermissionNames(entries)) {
    const pattern = parseHostPattern(name)
    if (typeof pattern !== 'string') set.hosts.set(printHostPattern(pattern), pattern)
    else if (isKnownPermission(name)) set.names.add(name)
  }
  return set
}

const usbDevice = z.object({ vendorId: z.int(), productId: z.int() })

/** Ends at the first that is none: they may be many. */
const isUsbDeviceList = (rules: unknown): boolean =>
  Array.isArray(rules) && rules.length > 0 && rules.every((rule) => usbDevice.safeParse(rule).success)

/** What is wrong with a permission's name, or with the rules after it: `usbDevices|[{...}]`. */
function findFault(name: string): string | undefined {
  const end = name.indexOf('|')
  if (end < 0) return isKnownPermission(name) ? undefined : `'${name}' is not a recognized permission.`
  const rules = parseJson(name.slice(end + 1))
  if (rules !== undefined && name.slice(0, end) !== 'usbDevices')
    return 'Only the usbDevices permission supports arguments.'
  return isUsbDeviceList(rules) ? undefined : `Invalid argument for permission '${name}'.`
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What a page has named, or what is wrong with it. */
export function readNamedPermissions({
  origins = [],
  permissions = [],
}: NamedPermissions): PermissionSet | string {
  for (const name of permissions) {
    const fault = findFault(name)
    if (fault !== undefined) return fault
  }
  const set = new PermissionSet()
  for (const name of readPermissionNames(permissions)) set.names.add(name)
  for (const origin of origins) {
    const pattern = parseHostPattern(origin)
    if (typeof pattern === 'string') return `Invalid value for origin pattern ${origin}: ${pattern}`
    set.hosts.set(printHostPattern(pattern), pattern)
  }
  return set
}

/** In the order of the alphabet. */
export function describePermissions({ hosts, names }: PermissionSet): {
  permissions: string[]
  origins: string[]
} {
  return { permissions: [...names].toSorted(), origins: [...hosts.keys()].toSorted() }
}

/** What a manifest says of a permission besides its name. */
export interface PermissionRules {
  readonly socket: readonly string[]
  readonly usbDevices: readonly UsbDevice[]
}

const noRules: PermissionRules = { socket: [], usbDevices: [] }

/** As `chrome.permissions` tells them. */
export function packPermissions({ hosts, names }: PermissionSet, { socket, usbDevices } = noRules) {
  return {
    origins: [...hosts.keys()].toSorted(),
    permissions: orderPermissions(names).map((name) => {
      if (name === 'socket' && socket.length > 0) return { socket: [...socket] }
      return name === 'usbDevices' && usbDevices.length > 0 ? { usbDevices: [...usbDevices] } : name
    }),
  }
}
