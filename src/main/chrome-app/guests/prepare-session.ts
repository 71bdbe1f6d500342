import path from 'node:path'
import type { Session, WebContents } from 'electron'
import type { ChromeApp } from '../manifest/read-app.ts'
import { matchesPath } from '../match-path.ts'
import { allowsPermission } from '../pages/browser-permissions.ts'
import { readAddress } from '../read-address.ts'
import { appScheme } from '../scheme.ts'
import { failed } from '../serve/handle.ts'
import type { Handle } from '../serve/handle.ts'
import { answerScheme } from '../serve/serve-scheme.ts'
import type { GuestDownloads } from './guest-downloads.ts'
import type { Guest } from './guest.ts'

export interface Partition {
  readonly app: ChromeApp
  /** The app's own, without what says that it is to be kept. */
  readonly name: string
  /** The permissions that the app has at the moment. */
  readonly held: ReadonlySet<string>
  /** Answers for the app's folder. */
  readonly serve: Handle
  readonly findGuest: (contents: WebContents) => Guest | undefined
  readonly downloads: GuestDownloads
  /** Something asks for a permission, or whether it has one: null for a frame of another site in a page of that origin. */
  readonly noteAsked: (permission: string, contents: WebContents | null, embedder?: string) => void
}

/** What a guest may have if its page says so: by Electron's names, with what Chrome calls it. Of all but the last the app must have it itself. */
const grantable: Readonly<Record<string, string>> = {
  fullscreen: 'fullscreen',
  geolocation: 'geolocation',
  media: 'media',
  pointerLock: 'pointerLock',
}

/** Who asks, as Chrome tells it. */
const describeAsker = (permission: string, { origin }: URL): object =>
  permission === 'fullscreen' ? { origin: `${origin}/` } : { url: `${origin}/` }

const decodePath = (url: string): string => {
  try {
    return path.posix.normalize(decodeURIComponent(new URL(url).pathname))
  } catch {
    return ''
  }
}

/** Whether the manifest lets guests of the partition see a file of the app. */
function isAccessible({ app, name }: Partition, url: string): boolean {
  const asked = decodePath(url)
  return app.webviewPartitions.some(
    (partition) =>
      matchesPath(partition.name, name) &&
      partition.accessible_resources.some((file) => matchesPath(`/${file.replace(/^\//, '')}`, asked)),
  )
}

/** Nothing of the app is there unless its manifest says so, and nobody but the app may allow a guest anything. */
export function prepareSession(own: Session, partition: Partition): void {
  const { downloads, findGuest, held, noteAsked, serve } = partition
  answerScheme(own, appScheme.scheme, async (asked) =>
    isAccessible(partition, asked.url) ? serve(asked) : failed,
  )
  own.setPermissionCheckHandler((contents, name, _origin, { embeddingOrigin }) => {
    noteAsked(name, contents, embeddingOrigin)
    return false
  })
  own.setPermissionRequestHandler((contents, name, callback, details) => {
    noteAsked(name, contents)
    const permission = grantable[name]
    const guest = findGuest(contents)
    const mayHave = permission === 'pointerLock' || allowsPermission(held, name, details)
    // It has no address before its first document is there.
    const url = readAddress(details.requestingUrl)
    if (permission === undefined || guest === undefined || url === undefined || !mayHave)
      return callback(false)
    guest.questions.ask(
      'permissionrequest',
      { permission, requestInfo: describeAsker(permission, url) },
      callback,
    )
  })
  own.setDevicePermissionHandler(() => false)
  // Of a guest that has gone before its download came there is none.
  own.on('will-download', (event, item, contents: WebContents | null) => {
    const guest = contents === null ? undefined : findGuest(contents)
    if (!downloads.begin(item, guest)) event.preventDefault()
  })
}
