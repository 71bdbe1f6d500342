import type { Calls } from '../../../main-world/calls.ts'
import type { EntryPlace } from './dropped-entries.ts'
import { DroppedEntries, placeOf } from './dropped-entries.ts'
import type { EntryState, TransferArguments, TransferMethod } from './entries.ts'
import { Entries } from './entries.ts'
import type { Gift } from './file-store.ts'
import { FileStore } from './file-store.ts'

/** Entries that are remembered by their ids; the main process keeps no more either. */
const maxRetained = 500

const keyOf = ({ id, path }: EntryPlace): string => `${id}:${path}`

/** The files of the app: they belong to the background page, and outlive the windows that they were chosen in. */
export class AppFiles {
  readonly #calls: Calls
  readonly #store: FileStore
  readonly #entries: Entries
  readonly dropped: DroppedEntries
  /** Ids of entries that came by another one before the program was started again. */
  readonly #ids = new Map<string, string>()
  readonly #retained = new Map<string, object>()

  constructor(background: Window, calls: Calls, fileEvent: string) {
    this.#calls = calls
    this.#store = new FileStore(background, calls, fileEvent)
    this.#entries = new Entries(this.#store, background.location)
    this.dropped = new DroppedEntries(background, calls, (gift) => this.find(this.open(gift)))
  }

  get isIdle(): boolean {
    return this.#store.isIdle
  }

  get asked(): number {
    return this.#store.asked
  }

  find(entry: object): EntryState | undefined {
    return this.#entries.find(entry)
  }

  /** Copies or moves an entry of the browser's own to a directory of ours. */
  bring(entry: object, key: TransferMethod, args: TransferArguments): void {
    this.#entries.bring(entry, this.dropped.find(entry) ?? Promise.resolve(undefined), key, args)
  }

  /** That of an entry of ours, or of one that was dropped. */
  findPlace(entry: object): EntryPlace | undefined {
    const state = this.find(entry)
    if (state !== undefined) return { id: state.fileSystem.id, path: state.path }
    return this.dropped.find(entry) && placeOf(entry)
  }

  open(gift: Gift): object {
    return this.#entries.open(gift)
  }

  async openPackage(): Promise<object> {
    return this.#entries.open(await this.#store.main.givePackage(), true)
  }

  /** The same for every entry of that file or directory, as long as the app runs. */
  retain(entry: object, place: EntryPlace): string {
    const id = this.#ids.get(keyOf(place)) ?? `${place.id}:${place.path.slice(1)}`
    this.#remember(id, entry, place)
    return id
  }

  /** Has the main process retain it, too, for the background page: a window may close in the turn in which it asks for that. */
  keep({ fileSystem, path }: EntryState, id: string, failed: (error: string) => void): void {
    this.#calls.post('fileGifts.retain', [fileSystem.id, path, id], (_results, error) => {
      if (error !== undefined) failed(error)
    })
  }

  findRetained(id: string): object | undefined {
    return this.#retained.get(id)
  }

  openRetained(id: string, gift: Gift): object {
    const entry = this.open(gift)
    const place = this.findPlace(entry)
    if (place !== undefined) this.#remember(id, entry, place)
    return entry
  }

  #remember(id: string, entry: object, place: EntryPlace): void {
    const known = this.#retained.get(id) ?? entry
    this.#retained.delete(id)
    this.#retained.set(id, known)
    this.#ids.set(keyOf(place), id)
    const [oldest] = this.#retained.keys()
    if (oldest === undefined || this.#retained.size <= maxRetained) return
    const gone = placeOf(this.#retained.get(oldest) ?? {})
    this.#retained.delete(oldest)
    if (gone !== undefined) this.#ids.delete(keyOf(gone))
  }
}
