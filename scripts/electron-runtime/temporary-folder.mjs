import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

const prefix = '.unpacking-'
const staleMs = 3_600_000

/**
 * A new temporary folder in `parent`; those that killed runs have left there are removed.
 * @param {string} parent
 */
export function makeTemporary(parent) {
  for (const name of readdirSync(parent)) {
    const path = join(parent, name)
    if (name.startsWith(prefix) && isStale(path)) rmSync(path, { recursive: true, force: true })
  }
  return mkdtempSync(join(parent, prefix))
}

/** @param {string} path */
function isStale(path) {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats !== undefined && Date.now() - stats.mtimeMs > staleMs
}
