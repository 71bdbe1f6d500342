import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * The first executable file of that name in PATH.
 * @param {string} name
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | null}
 */
export function findProgram(name, env) {
  const files = (env['PATH'] ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, name))
  return files.find(isExecutable) ?? null
}

/** @param {string} file */
export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
