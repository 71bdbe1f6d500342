import type { Calls } from '../../../main-world/calls.ts'
import type { EntryState } from './entries.ts'
import type { Gift } from './file-store.ts'

/** What TypeScript does not know of it. */
type Handle = FileSystemHandle & {
  readonly requestPermission: (options: { mode: 'readwrite' }) => Promise<PermissionState>
}

/** Where an entry is: the id of its file system, and its path there. */
export interface EntryPlace {
  readonly id: string
  readonly path: string
}

/** Things dropped, and things by their handles, that are remembered. */
const maxDropped = 500

const isolated = ':Isolated_'

/** Undefined for what is no entry of the browser's own that the user has given. */
export function placeOf(entry: object): EntryPlace | undefined {
  const { filesystem, fullPath } = entry as Partial<FileSystemEntry>
  const name = filesystem?.name
  if (typeof name !== 'string' || typeof fullPath !== 'string' || !name.includes(isolated)) return undefined
  return { id: name.slice(name.lastIndexOf(isolated) + isolated.length), path: fullPath }
}

function cutOldest<K>(map: Map<K, unknown>): void {
  const [oldest] = map.keys()
  if (oldest !== undefined && map.size > maxDropped) map.delete(oldest)
}

/** What the user has dropped into the app's pages, as the main process knows it. */
export class DroppedEntries {
  readonly #clone: Window['structuredClone']
  readonly #calls: Calls
  readonly #open: (gift: Gift) => EntryState | undefined
  readonly #dropped = new Map<string, Promise<EntryState | undefined>>()
  /** Chromium names the path of a handle only once as long as there is another one of it. */
  readonly #known = new Map<FileSystemHandle, EntryState>()
  /** One after another: the main process knows by the order what is asked for. */
  #last: Promise<unknown> = Promise.resolve()

  /** `open` makes an entry of ours of what was given. */
  constructor(background: Window, calls: Calls, open: (gift: Gift) => EntryState | undefined) {
    this.#clone = background.structuredClone.bind(background)
    this.#calls = calls
    this.#open = open
  }

  /** Undefined for an entry that was not dropped; its state comes when the main process knows it, if ever. */
  find(entry: object): Promise<EntryState | undefined> | undefined {
    const place = placeOf(entry)
    if (place === undefined) return undefined
    const [, top = '', ...inside] = place.path.split('/')
    const dropped = this.#dropped.get(`${place.id}/${top}`)
    return dropped?.then(
      (state) =>
        state && {
          ...state,
          path: [state.path, ...inside].join('/'),
          isDirectory: (entry as FileSystemEntry).isDirectory,
        },
    )
  }

  /** The page has got that entry of what is dropped in this moment, and its handle. */
  note(entry: object, handle: Promise<FileSystemHandle | null>): void {
    handle.catch(() => {})
    const place = placeOf(entry)
    const key = place && `${place.id}${place.path}`
    if (key === undefined || this.#dropped.has(key)) return
    const state = this.#last.then(() => this.#take(handle)).catch(() => undefined)
    this.#last = state
    this.#dropped.set(key, state)
    cutOldest(this.#dropped)
  }

  async #take(pending: Promise<FileSystemHandle | null>): Promise<EntryState | undefined> {
    const handle = await pending
    if (handle === null) return undefined
    const known = await this.#findKnown(handle)
    if (known !== undefined) return known
    // By this Chromium names the path to the main process, which lets nobody have it.
    await (handle as Handle).requestPermission({ mode: 'readwrite' })
    const gift = await this.#askForGift(handle)
    const state = gift && this.#open(gift)
    if (state === undefined) return undefined
    // The page's own goes with the page.
    this.#known.set(this.#clone(handle), state)
    cutOldest(this.#known)
    return state
  }

  async #findKnown(handle: FileSystemHandle): Promise<EntryState | undefined> {
    for (const [known, state] of this.#known)
      if (known.name === handle.name && (await handle.isSameEntry(known))) return state
    return undefined
  }

  #askForGift({ kind, name }: FileSystemHandle): Promise<Gift | undefined> {
    return new Promise((resolve) => {
      this.#calls.post('fileGifts.takeDropped', [name, kind === 'directory'], ([gift], error) => {
        resolve(error === undefined ? (gift as Gift) : undefined)
      })
    })
  }
}
