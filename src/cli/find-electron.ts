import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** The executable of the Electron that is installed beside one of the folders; undefined where there is none. */
export function findElectron(folders: readonly string[]): string | undefined {
  for (const folder of folders) {
    try {
      const executable: unknown = createRequire(path.join(folder, 'package.json'))('electron')
      if (typeof executable === 'string' && fs.existsSync(executable)) return executable
    } catch {
      // The next folder may have it.
    }
  }
  return undefined
}
