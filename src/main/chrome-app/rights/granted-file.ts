import path from 'node:path'
import * as z from 'zod/mini'
import { readKeptFile, replaceFile } from '../kept-file.ts'
import type { PermissionSet } from './permission-set.ts'
import { describePermissions, readManifestPermissions } from './read-permission-set.ts'

const fileName = 'chrome-app-permissions.json'
const schema = z.object({ permissions: z.array(z.string()), origins: z.array(z.string()) })
const nothing: z.output<typeof schema> = { permissions: [], origins: [] }

/** What the user has granted in earlier starts. */
export function readGranted(folder: string): PermissionSet {
  const { origins, permissions } = readKeptFile(path.join(folder, fileName), schema) ?? nothing
  return readManifestPermissions([...permissions, ...origins])
}

export function writeGranted(folder: string, granted: PermissionSet): void {
  replaceFile(path.join(folder, fileName), JSON.stringify(describePermissions(granted)))
}
