import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

/** @typedef {(value: string) => void} Setter */

/**
 * What Electron keeps for its default app, and its type definitions leave out.
 * @typedef {typeof app & { setAppPath: Setter, setVersion: Setter, setDesktopName?: Setter }} SettableApp
 */
const settable = /** @type {SettableApp} */ (app)

/**
 * Loads the app in a folder or file as if Electron had been started with it.
 * @param {string} path
 */
export async function loadApp(path) {
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true })
  const file = findMain(resolve(path))
  try {
    applyManifest(resolve(path), file)
    await import(pathToFileURL(file).href)
  } catch (error) {
    // Electron itself would show a dialog, which nobody closes on a virtual display.
    console.error('App threw an error during load')
    console.error(error)
    process.exit(1)
  }
}

/**
 * @param {string} path
 * @returns {string}
 */
function findMain(path) {
  try {
    return createRequire(import.meta.url).resolve(path)
  } catch (error) {
    console.error(`Unable to find Electron app at ${path}\n\n${String(error)}`)
    return process.exit(1)
  }
}

/**
 * What the app's package.json says about itself; a bare file has none, even if one lies beside it.
 * @param {string} path
 * @param {string} file
 */
function applyManifest(path, file) {
  const manifestPath = join(path, 'package.json')
  const hasManifest = existsSync(manifestPath)
  settable.setAppPath(hasManifest ? path : dirname(file))
  if (!hasManifest) return
  const { name, productName, version, desktopName } = JSON.parse(readFileSync(manifestPath, 'utf8'))
  if (version) settable.setVersion(version)
  if (productName || name) app.name = productName || name
  settable.setDesktopName?.(desktopName ?? `${app.name}.desktop`)
}
