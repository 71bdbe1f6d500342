import fs from 'node:fs'
import path from 'node:path'
import type { Configuration } from 'electron-builder'

/** Where Electron is unpacked and which version it is, as electron-builder wants to be told. */
export function readRuntime(): Pick<Configuration, 'electronDist' | 'electronVersion'> {
  const electronDist = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (electronDist === undefined) return {}
  return {
    electronDist,
    electronVersion: fs.readFileSync(path.join(electronDist, 'version'), 'utf8').trim().replace(/^v/, ''),
  }
}
