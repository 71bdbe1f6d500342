import fs from 'node:fs'
import { createRequire } from 'node:module'

/** Electron's own: its `fs` takes an archive for a folder. Bundlers do not find it, and must not look for it. */
const name = 'original-fs'

export const realFs =
  process.versions.electron === undefined ? fs : (createRequire(process.execPath)(name) as typeof fs)
