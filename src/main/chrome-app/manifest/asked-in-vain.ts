import { appContract } from '../../../renderer-types/contract/apps/index.ts'
import type { AppNamespaceRow } from '../../../renderer-types/contract/apps/words.ts'
import type { Manifest } from './manifest-schema.ts'

/** What is there without rows: the browser has it, or windows and sockets do. */
const others = [
  'alwaysOnTopWindows',
  'app.window.alpha',
  'app.window.alwaysOnTop',
  'app.window.fullscreen',
  'app.window.fullscreen.overrideEsc',
  'app.window.shape',
  'audioCapture',
  'background',
  'clipboardRead',
  'clipboardWrite',
  'fileSystem.directory',
  'fileSystem.retainEntries',
  'fileSystem.write',
  'fullscreen',
  'geolocation',
  'overrideEscFullscreen',
  'pointerLock',
  'storage',
  'system.network',
  'unlimitedStorage',
  'videoCapture',
]

const rows = Object.values<AppNamespaceRow>(appContract)
const known = new Set([...others, ...rows.flatMap(({ permission = [] }) => permission)])

/** Parts of a manifest that nothing here looks at, and that an app needs which has them. */
const keys = ['bluetooth', 'kiosk_only', 'nacl_modules', 'oauth2', 'usb_printers']

const isHost = (name: string): boolean => name === '<all_urls>' || name.includes('://')

/**
 * The permissions and parts of a manifest that are for nothing, by their names; without those that the program itself
 * provides, which it names as pages do (`chrome.serial`).
 */
export function listAskedInVain(manifest: Manifest, provided: readonly string[]): string[] {
  const { optional_permissions: optional = [], permissions = [] } = manifest
  const names = [...permissions, ...optional].flatMap((entry) =>
    typeof entry === 'string' ? [entry] : Object.keys(entry),
  )
  const isMissing = (name: string): boolean =>
    !known.has(name) && !isHost(name) && !provided.includes(`chrome.${name}`)
  return [...new Set([...names.filter(isMissing), ...keys.filter((key) => key in manifest)])]
}
