import * as z from 'zod/mini'
import type { KeptFolder } from '../kept-folder.ts'
import type { PermissionSet } from './permission-set.ts'
import { describePermissions, readManifestPermissions } from './read-permission-set.ts'

const fileName = 'chrome-app-permissions.json'
const schema = z.object({ permissions: z.array(z.string()), origins: z.array(z.string()) })
const nothing: z.output<typeof schema> = { permissions: [], origins: [] }

/** What the app had in the start before, by its manifest or by the user. */
export function readGranted(folder: KeptFolder): PermissionSet {
  const { origins, permissions } = folder.read(fileName, schema) ?? nothing
  return readManifestPermissions([...permissions, ...origins])
}

/** False where it cannot be kept. */
export function writeGranted(folder: KeptFolder, granted: PermissionSet): boolean {
  return folder.replace(fileName, describePermissions(granted))
}
