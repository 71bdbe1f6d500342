import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Configuration } from 'electron-builder'

/** Where Electron is unpacked and which version it is, as electron-builder wants to be told. */
export function readRuntime(): Pick<Configuration, 'electronDist' | 'electronVersion'> {
  const electronDist = path.dirname(createRequire(import.meta.url)('electron') as string)
  const file = path.join(electronDist, 'version')
  if (!fs.existsSync(file)) return {} // as in macOS's bundle
  return { electronDist, electronVersion: fs.readFileSync(file, 'utf8').trim().replace(/^v/, '') }
}
