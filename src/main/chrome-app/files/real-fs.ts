import fs from 'node:fs'
import nodeModule from 'node:module'

/** Electron's own: its `fs` takes an archive for a folder. Bundlers do not find it, and must not look for it. */
const name = 'original-fs'

// Not as a named import: webpack takes what that makes for a `require` of its own, and warns.
export const realFs =
  process.versions.electron === undefined
    ? fs
    : (nodeModule.createRequire(process.execPath)(name) as typeof fs)
