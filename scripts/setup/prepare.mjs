import { ensureRuntime } from '../electron-runtime/ensure-runtime.mjs'
import { ensureNpmPackages } from './npm-packages.mjs'
import { ensureSystemPackages } from './system-packages.mjs'

/**
 * Each step looks first, and says nothing when all is there. The order matters: the runtime is unpacked with
 * npm packages, and the unpacked binary tells which libraries are missing.
 * @param {URL} root
 * @param {import('./environment.mjs').Host} host
 */
export async function prepare(root, host) {
  await ensureNpmPackages(root)
  await ensureSystemPackages(await ensureRuntime(root, host), host)
}
