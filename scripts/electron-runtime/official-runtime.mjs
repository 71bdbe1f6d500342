import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onCleanUp } from '../process/clean-up.mjs'
import { runChild } from '../process/run-child.mjs'
import { isExecutable } from '../setup/find-program.mjs'
import { say } from '../setup/say.mjs'
import { watchProgress } from './watch-progress.mjs'

/**
 * The Electron that npm's `electron` package has downloaded, if it has: the same test as its install.js.
 * @param {URL} root
 * @returns {import('../setup/environment.mjs').Runtime | null}
 */
export function findOfficial(root) {
  const folder = electronFolder(root)
  try {
    const unpacked = readFileSync(join(folder, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '')
    const executable = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'))
    const fits = unpacked === readVersion(folder) && isExecutable(executable)
    return fits ? { executable, overrideDist: null } : null
  } catch {
    return null
  }
}

/**
 * Runs the electron package's own download. It gives up when nothing arrives any more, not when it is slow.
 * @param {URL} root
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string | null>} why it failed, or null
 */
export async function downloadOfficial(root, env) {
  const folder = electronFolder(root)
  const topic = `Electron ${readVersion(folder)}`
  say(topic, 'downloading the official build (about 120 MB)')
  const start = performance.now()
  const temporary = mkdtempSync(join(tmpdir(), 'electron-download-'))
  const remove = onCleanUp(() => rmSync(temporary, { recursive: true, force: true }))
  const progress = watchProgress(topic, () => sizeOf(temporary) + sizeOf(join(folder, 'dist')))
  const { code, output } = await runChild(process.execPath, [join(folder, 'install.js')], {
    // The download goes to the temporary folder first, where its growth can be seen.
    env: { ...env, ELECTRON_OVERRIDE_DIST_PATH: '', TMPDIR: temporary, TEMP: temporary, TMP: temporary },
    stdio: ['ignore', 'pipe', 'pipe'],
    watch: (child) => progress.watch(child),
  }).finally(() => progress.stop())
  remove()
  if (code !== 0) return progress.stalled() ? 'nothing arrives' : firstLine(output)
  say(topic, `done in ${((performance.now() - start) / 1000).toFixed(1)} s`)
  return null
}

/** @param {URL} root */
function electronFolder(root) {
  return fileURLToPath(new URL('node_modules/electron', root))
}

/** @param {string} folder */
function readVersion(folder) {
  return String(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version)
}

/** @param {string} output */
function firstLine(output) {
  return output.trim().split('\n')[0] || 'no reason given'
}

/**
 * Files may come and go meanwhile.
 * @param {string} folder
 * @returns {number}
 */
function sizeOf(folder) {
  try {
    return readdirSync(folder, { recursive: true })
      .map((name) => statSync(join(folder, String(name)), { throwIfNoEntry: false })?.size ?? 0)
      .reduce((sum, size) => sum + size, 0)
  } catch {
    return 0
  }
}
