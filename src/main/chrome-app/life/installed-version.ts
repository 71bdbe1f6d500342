import * as z from 'zod/mini'
import type { KeptFolder } from '../kept-folder.ts'

const fileName = 'chrome-app.json'
const schema = z.object({ version: z.string() })

/** What `chrome.runtime.onInstalled` says of a start. */
export type Installed =
  { readonly reason: 'install' } | { readonly previousVersion: string; readonly reason: 'update' }

/** Remembers which version is started; undefined where it is the one that was started last. */
export function noteVersion(folder: KeptFolder, version: string): Installed | undefined {
  const previousVersion = folder.read(fileName, schema)?.version
  if (previousVersion === version) return undefined
  folder.replace(fileName, { version })
  return previousVersion === undefined ? { reason: 'install' } : { previousVersion, reason: 'update' }
}
