// With their dependencies these four bring every library that Electron links.
const libraryPackages = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1']

// Renamed in Debian 13 and Ubuntu 24.04 for the 64-bit time_t; the old names are at best virtual there.
const renamed = new Map([
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libasound2', 'libasound2t64'],
])

/**
 * The libraries that the dynamic linker does not find.
 * @param {string} lddOutput
 * @returns {string[]}
 */
export function findMissingLibraries(lddOutput) {
  const names = [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name ?? '')
  return [...new Set(names)]
}

/**
 * @param {{ libraries: string[], wantsXvfb: boolean }} missing
 * @returns {string[]} by their Debian 12 names
 */
export function listPackages({ libraries, wantsXvfb }) {
  return [...(libraries.length > 0 ? libraryPackages : []), ...(wantsXvfb ? ['xvfb'] : [])]
}

/**
 * @param {string[]} packages by their Debian 12 names
 * @param {(name: string) => boolean} exists whether this system's apt knows such a package
 * @returns {string[]} by the names that this system has
 */
export function adaptNames(packages, exists) {
  return packages.map((name) => {
    const newer = renamed.get(name)
    return newer && exists(newer) ? newer : name
  })
}
