import { install, listInstalledSockets } from './install/install.ts'
import { findPreload } from './install/preload-path.ts'
import type { ChromeSockets, InstallOptions, SocketReport } from './types.ts'

export type {
  ChromeAppManifest,
  ChromeSockets,
  HostPatterns,
  InstallOptions,
  Limits,
  Logger,
  Obstacle,
  PermissionDecision,
  PermissionRequest,
  Refusal,
  SocketEventEmitter,
  SocketEvents,
  SocketFailure,
  SocketReport,
  SocketState,
} from './types.ts'

/**
 * Gives the app's pages `chrome.sockets`. To be called before the first window loads its page; before or after the
 * app is ready.
 *
 * @throws TypeError for an option, a manifest or an origin that cannot be read (`Invalid host:port pattern '...'`).
 * @throws Error where the preload script is not found, a page of the app is loaded already, or another installation
 *   has one of its pages.
 */
export function installChromeSockets(options: InstallOptions): ChromeSockets {
  return install(options)
}

/** The sockets of all installations in this process. */
export function listSockets(): SocketReport[] {
  return listInstalledSockets()
}

/** Absolute path of the preload script, for `webPreferences.preload`. */
export function getPreloadPath(): string {
  return findPreload()
}
