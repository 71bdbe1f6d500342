import { join } from 'node:path'
import { isExecutable } from '../setup/find-program.mjs'
import { say, SetupError } from '../setup/say.mjs'
import { findOfficial, pointNowhereElse, pointTo, readVersion } from './electron-package.mjs'
import { ensureUnpacked, findUnpacked, isFallbackPlatform } from './fallback-runtime.mjs'
import { downloadOfficial } from './official-runtime.mjs'
import { describeFallback } from './recipe.mjs'

const topic = 'Electron'
const stallMs = 45_000
const retryStallMs = 5000

/** @typedef {import('../setup/environment.mjs').Host} Host */

/**
 * Finds an Electron to run, or gets one, and makes it what `electron` means here.
 * @param {URL} root
 * @param {Host} host
 * @returns {Promise<string>} the executable
 */
export async function ensureRuntime(root, host) {
  const folder = host.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (!folder) return findOfficial(root) ?? (await getRuntime(root, host))
  const executable = join(folder, executablePath(host.platform))
  if (!isExecutable(executable)) {
    throw new SetupError(topic, `ELECTRON_OVERRIDE_DIST_PATH is set, but there is no ${executable}`)
  }
  pointNowhereElse(root)
  return executable
}

/**
 * The fallback is no reason to stop asking for the official build, only to ask with less patience.
 * @param {URL} root
 * @param {Host} host
 */
async function getRuntime(root, host) {
  const unpacked = findUnpacked(host)
  if (unpacked === null) say(topic, `downloading the official ${readVersion(root)} (about 120 MB)`)
  const reason = await downloadOfficial(root, host.env, unpacked === null ? stallMs : retryStallMs)
  const official = findOfficial(root)
  if (official !== null) {
    say(topic, `now the official ${readVersion(root)}`)
    return official
  }
  const failure = `the official download failed (${reason ?? 'it left no Electron'})`
  if (!isFallbackPlatform(host)) throw new SetupError(topic, `${failure}: ${advice}`)
  say(topic, `${failure}; this is ${describeFallback(new Date())}`)
  const executable = unpacked ?? (await ensureUnpacked(host))
  pointTo(root, executable)
  return executable
}

const advice =
  'set ELECTRON_MIRROR (a mirror) or ELECTRON_GET_USE_PROXY=1 (a proxy) if you need one, then npm run setup'

/** @param {NodeJS.Platform} platform */
function executablePath(platform) {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return platform === 'win32' ? 'electron.exe' : 'electron'
}
