import { delimiter } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * @typedef {object} Host
 * @property {NodeJS.Platform} platform
 * @property {string} arch
 * @property {boolean} isRoot
 * @property {boolean} noSystem nothing may be installed outside of the clone and the user's caches
 * @property {NodeJS.ProcessEnv} env
 */

/**
 * @param {Pick<Host, 'noSystem'>} wishes
 * @returns {Host}
 */
export function describeHost({ noSystem }) {
  const { platform, arch, env } = process
  return { platform, arch, isRoot: process.getuid?.() === 0, noSystem, env }
}

/** @param {Pick<Host, 'platform' | 'env'>} host */
export function needsDisplay({ platform, env }) {
  return platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']
}

/**
 * The environment in which `electron`, and all else in node_modules/.bin, just works.
 * @param {Host} host
 * @param {{ root: URL, display: string | null }} found
 * @returns {NodeJS.ProcessEnv}
 */
export function computeEnvironment(host, { root, display }) {
  const env = { ...host.env, ...withPath(host.env, fileURLToPath(new URL('node_modules/.bin', root))) }
  if (display) env['DISPLAY'] = display
  // Chromium refuses to run as root with its sandbox; for everybody else the sandbox stays on.
  if (host.platform === 'linux' && host.isRoot) env['ELECTRON_DISABLE_SANDBOX'] = '1'
  return env
}

/**
 * Windows calls it Path, and a copy of process.env is no longer case-insensitive.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} folder
 */
function withPath(env, folder) {
  const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  return { [name]: [folder, ...(env[name] ? [env[name]] : [])].join(delimiter) }
}
