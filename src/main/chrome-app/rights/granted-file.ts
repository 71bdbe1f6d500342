import fs from 'node:fs'
import path from 'node:path'
import * as z from 'zod/mini'
import { replaceFile } from '../replace-file.ts'
import type { PermissionSet } from './permission-set.ts'
import { describePermissions, readManifestPermissions } from './read-permission-set.ts'

const fileName = 'chrome-app-permissions.json'
const schema = z.object({ permissions: z.array(z.string()), origins: z.array(z.string()) })

/** What the user has granted in earlier starts. */
export function readGranted(folder: string): PermissionSet {
  try {
    const { origins, permissions } = schema.parse(
      JSON.parse(fs.readFileSync(path.join(folder, fileName), 'utf8')),
    )
    return readManifestPermissions([...permissions, ...origins])
  } catch {
    return readManifestPermissions([])
  }
}

export function writeGranted(folder: string, granted: PermissionSet): void {
  replaceFile(path.join(folder, fileName), JSON.stringify(describePermissions(granted)))
}
