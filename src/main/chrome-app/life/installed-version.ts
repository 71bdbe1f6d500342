import path from 'node:path'
import * as z from 'zod/mini'
import { readKeptFile, replaceFile } from '../kept-file.ts'

const fileName = 'chrome-app.json'
const schema = z.object({ version: z.string() })

/** What `chrome.runtime.onInstalled` says of a start. */
export type Installed =
  { readonly reason: 'install' } | { readonly reason: 'update'; readonly previousVersion: string }

/** Remembers which version is started; undefined where it is the one that was started last. */
export function noteVersion(folder: string, version: string): Installed | undefined {
  const file = path.join(folder, fileName)
  const previousVersion = readKeptFile(file, schema)?.version
  if (previousVersion === version) return undefined
  replaceFile(file, JSON.stringify({ version }))
  return previousVersion === undefined ? { reason: 'install' } : { reason: 'update', previousVersion }
}
