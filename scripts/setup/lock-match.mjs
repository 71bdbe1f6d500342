/** @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage */
/** @typedef {Record<string, LockedPackage>} LockedPackages */

/**
 * Why node_modules is not what package-lock.json asks for, or null when it is.
 * @param {string} wantedLock the text of package-lock.json
 * @param {string | null} installedLock the text of node_modules/.package-lock.json
 * @returns {string | null}
 */
export function explainMismatch(wantedLock, installedLock) {
  if (installedLock === null) return 'not installed yet'
  const wanted = parsePackages(wantedLock)
  const installed = parsePackages(installedLock)
  const changed = findMissing(wanted, installed) ?? findExtra(wanted, installed)
  return changed === undefined ? null : `package-lock.json has changed (${changed})`
}

/**
 * Optional packages are those of other platforms: they may be missing.
 * @param {LockedPackages} wanted
 * @param {LockedPackages} installed
 */
function findMissing(wanted, installed) {
  return Object.keys(wanted).find((path) => {
    const found = installed[path]
    return found ? !isSame(wanted[path], found) : !wanted[path]?.optional
  })
}

/**
 * @param {LockedPackages} wanted
 * @param {LockedPackages} installed
 */
function findExtra(wanted, installed) {
  return Object.keys(installed).find((path) => !(path in wanted))
}

/**
 * @param {LockedPackage | undefined} one
 * @param {LockedPackage} other
 */
function isSame(one, other) {
  return one?.version === other.version && one?.integrity === other.integrity
}

/**
 * The entry "" is the project itself, and only package-lock.json has it.
 * @param {string} lock
 * @returns {LockedPackages}
 */
function parsePackages(lock) {
  const { '': _project, ...packages } = JSON.parse(lock).packages
  return packages
}
