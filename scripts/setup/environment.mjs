import { delimiter } from 'node:path'
import { fileURLToPath } from 'node:url'

/** @typedef {{ platform: NodeJS.Platform, arch: string, isRoot: boolean, env: NodeJS.ProcessEnv }} Host */
/** @typedef {{ executable: string, overrideDist: string | null }} Runtime */

/** @returns {Host} */
export function describeHost() {
  const { platform, arch, env } = process
  return { platform, arch, isRoot: process.getuid?.() === 0, env }
}

/** @param {Pick<Host, 'platform' | 'env'>} host */
export function needsDisplay({ platform, env }) {
  return platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']
}

/**
 * The environment in which `electron`, and all else in node_modules/.bin, just works.
 * @param {Host} host
 * @param {{ root: URL, runtime: Runtime, display: string | null }} found
 * @returns {NodeJS.ProcessEnv}
 */
export function computeEnvironment(host, { root, runtime, display }) {
  const env = { ...host.env, ...withPath(host.env, fileURLToPath(new URL('node_modules/.bin', root))) }
  delete env['ELECTRON_OVERRIDE_DIST_PATH']
  if (runtime.overrideDist) env['ELECTRON_OVERRIDE_DIST_PATH'] = runtime.overrideDist
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
