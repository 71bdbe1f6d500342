import { execFileSync } from 'node:child_process'
import { installDebianPackages } from './apt.mjs'
import { findMissingLibraries, listPackages } from './debian-packages.mjs'
import { needsDisplay } from './environment.mjs'
import { findProgram } from './find-program.mjs'
import { SetupError } from './say.mjs'

/**
 * Makes sure of the shared libraries that Electron links, and of a virtual display where there is none.
 * @param {string} executable Electron's
 * @param {import('./environment.mjs').Host} host
 */
export async function ensureSystemPackages(executable, host) {
  if (host.platform !== 'linux') return
  const libraries = findMissingLibraries(runLdd(executable))
  const wantsXvfb = needsDisplay(host) && !findProgram('Xvfb', host.env)
  const packages = listPackages({ libraries, wantsXvfb })
  if (packages.length === 0) return
  await installDebianPackages(packages, explain(libraries, wantsXvfb), host)
  const [stillMissing] = findMissingLibraries(runLdd(executable))
  if (stillMissing) throw new SetupError('Debian packages', `${stillMissing} is still missing`)
}

/**
 * @param {string[]} libraries
 * @param {boolean} wantsXvfb
 */
function explain([first, ...rest], wantsXvfb) {
  const more = rest.length > 0 ? ` and ${rest.length} more libraries` : ''
  return [first && first + more, wantsXvfb && 'a virtual display (Xvfb)'].filter(Boolean).join(', ')
}

/** @param {string} executable */
function runLdd(executable) {
  try {
    return execFileSync('ldd', [executable], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return '' // No ldd here (or not a glibc system): Electron itself will say what it lacks.
  }
}
