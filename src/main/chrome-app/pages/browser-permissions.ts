import type { Session, WebContents } from 'electron'
import type { DroppedPaths } from '../files/dropped-paths.ts'

/** By Electron's names, the permission of a manifest that pages must have for what they ask the browser. */
const needed: Readonly<Record<string, string>> = {
  'clipboard-read': 'clipboardRead',
  'deprecated-sync-clipboard-read': 'clipboardRead',
  fullscreen: 'app.window.fullscreen',
  geolocation: 'geolocation',
  'geolocation-approximate': 'geolocation',
  notifications: 'notifications',
  pointerLock: 'pointerLock',
}

const capture: Readonly<Record<string, string>> = { audio: 'audioCapture', video: 'videoCapture' }

/** What every app may have in Chrome. Its own storage is to stay, whatever else the disk is needed for. */
const free: ReadonlySet<string> = new Set([
  'clipboard-sanitized-write',
  'persistent-storage',
  'screen-wake-lock',
])

/** What Chrome grants to pages of an app, and not to their guests. */
const ofApps: ReadonlySet<string> = new Set(['background-sync', 'keyboardLock', 'payment-handler', 'sensors'])

/** What Electron says of it: of a request the types, of a check the one type. */
interface Details {
  readonly embeddingOrigin?: string
  readonly requestingUrl?: string
  readonly mediaTypes?: readonly string[]
  readonly mediaType?: string
}

/** What Electron says when a page wants to read or write something by the File System API. */
interface FileDetails extends Pick<Details, 'requestingUrl'> {
  readonly fileAccessType?: string
  readonly filePath?: string
  readonly isDirectory?: boolean
}

type FileNotes = Pick<DroppedPaths, 'exclude' | 'note'>

const holds = (held: ReadonlySet<string>, name: string | undefined): boolean =>
  name !== undefined && held.has(name)

/** What a page asks for that names no media is the screen. */
function allowsMedia(held: ReadonlySet<string>, { mediaType, mediaTypes }: Details): boolean {
  const types: readonly string[] = mediaTypes ?? (mediaType === undefined ? [] : [mediaType])
  return types.length > 0 && types.every((type) => holds(held, capture[type]))
}

export function allowsPermission(held: ReadonlySet<string>, permission: string, details: Details): boolean {
  if (free.has(permission)) return true
  if (permission === 'media') return allowsMedia(held, details)
  return holds(held, needed[permission])
}

export function allowsAppPermission(
  held: ReadonlySet<string>,
  permission: string,
  details: Details,
): boolean {
  return ofApps.has(permission) || allowsPermission(held, permission, details)
}

/**
 * Chromium asks for the state of microphone and camera, of an origin and not of a page, before it shows the addresses of
 * the machine in WebRTC; Chrome shows them to every app. It asks again when devices are listed, and when one is wanted.
 */
export function isMediaState(permission: string, { embeddingOrigin }: Details): boolean {
  return permission === 'media' && embeddingOrigin !== undefined
}

/**
 * What the user drops, a page may read without being asked; the path is that of what was dropped, whatever in it is
 * wanted. So the main process learns it, though no page gets the permission.
 */
export function hearFile({ fileAccessType, filePath, isDirectory }: FileDetails, notes: FileNotes): void {
  if (filePath === undefined) return
  if (fileAccessType === 'readable') notes.exclude(filePath)
  if (fileAccessType === 'writable') notes.note(filePath, isDirectory === true)
}

/**
 * Pages of the app may ask the browser for what its manifest has, as in Chrome without a question; nobody else may.
 * `noteAsked` hears of each that asks, or asks whether it may.
 */
export function guardPermissions(
  session: Session,
  origin: string,
  held: ReadonlySet<string>,
  notes: FileNotes,
  noteAsked: (contents: WebContents, permission: string) => void,
): void {
  const isOurs = (url: string | undefined): boolean => url?.startsWith(`${origin}/`) === true
  session.setPermissionCheckHandler((contents, permission, requestingOrigin, details) => {
    if (contents !== null) noteAsked(contents, permission)
    return (
      isOurs(requestingOrigin) &&
      (isMediaState(permission, details) || allowsAppPermission(held, permission, details))
    )
  })
  session.setPermissionRequestHandler((contents, permission, callback, details) => {
    noteAsked(contents, permission)
    const isOwn = isOurs(details.requestingUrl)
    if (isOwn && permission === 'fileSystem' && held.has('fileSystem')) hearFile(details, notes)
    callback(isOwn && allowsAppPermission(held, permission, details))
  })
  session.setDevicePermissionHandler(() => false)
}
