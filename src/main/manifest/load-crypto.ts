import type crypto from 'node:crypto'
import nodeModule from 'node:module'

/** When it is asked for, and at once: it takes as long to load as all that a program needs of us to start. */
export function loadCrypto(): typeof crypto {
  // Not as a named import: webpack takes what that makes for a `require` of its own.
  return nodeModule.createRequire(process.execPath)('node:crypto') as typeof crypto
}
