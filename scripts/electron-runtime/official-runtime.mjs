import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onCleanUp } from '../process/clean-up.mjs'
import { runChild } from '../process/run-child.mjs'
import { electronFolder } from './electron-package.mjs'
import { watchProgress } from './watch-progress.mjs'

/**
 * Runs the electron package's own download. It gives up when nothing arrives any more, not when it is slow.
 * @param {URL} root
 * @param {NodeJS.ProcessEnv} env
 * @param {number} stallMs
 * @returns {Promise<string | null>} why it failed, or null
 */
export async function downloadOfficial(root, env, stallMs) {
  const folder = electronFolder(root)
  const temporary = mkdtempSync(join(tmpdir(), 'electron-download-'))
  const remove = onCleanUp(() => rmSync(temporary, { recursive: true, force: true }))
  const measure = () => sizeOf(temporary) + sizeOf(join(folder, 'dist'))
  const progress = watchProgress('Electron', measure, { stallMs })
  const { code, output } = await runChild(process.execPath, [join(folder, 'install.js')], {
    // The download goes to the temporary folder first, where its growth can be seen.
    env: { ...env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
    stdio: ['ignore', 'pipe', 'pipe'],
    watch: (child) => progress.watch(child),
  }).finally(() => progress.stop())
  remove()
  if (code === 0) return null
  return progress.stalled() ? 'nothing arrives' : firstLine(output)
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
