import type { Calls } from '../../../main-world/calls.ts'
import type { EntryState } from './entries.ts'
import { Entries } from './entries.ts'
import type { Gift } from './file-store.ts'
import { FileStore } from './file-store.ts'

/** Entries that are remembered by their ids; the main process keeps no more either. */
const maxRetained = 500

const keyOf = ({ fileSystem, path }: EntryState): string => `${fileSystem.id}:${path}`

/** The files of the app: they belong to the background page, and outlive the windows that they were chosen in. */
export class AppFiles {
  readonly #store: FileStore
  readonly #entries: Entries
  /** Ids of entries that came by another one before the program was started again. */
  readonly #ids = new Map<string, string>()
  readonly #retained = new Map<string, object>()

  constructor(background: Window, calls: Calls, fileEvent: string) {
    this.#store = new FileStore(background, calls, fileEvent)
    this.#entries = new Entries(this.#store, background.location)
  }

  get isIdle(): boolean {
    return this.#store.isIdle
  }

  find(entry: object): EntryState | undefined {
    return this.#entries.find(entry)
  }

  open(gift: Gift): object {
    return this.#entries.open(gift)
  }

  async openPackage(): Promise<object> {
    return this.#entries.open(await this.#store.main.givePackage(), true)
  }

  /** The same for every entry of that file or directory, as long as the app runs. */
  retain(entry: object, state: EntryState): string {
    const id = this.#ids.get(keyOf(state)) ?? `${state.fileSystem.id}:${state.path.slice(1)}`
    this.#remember(id, entry, state)
    return id
  }

  findRetained(id: string): object | undefined {
    return this.#retained.get(id)
  }

  openRetained(id: string, gift: Gift): object {
    const entry = this.open(gift)
    const state = this.find(entry)
    if (state !== undefined) this.#remember(id, entry, state)
    return entry
  }

  #remember(id: string, entry: object, state: EntryState): void {
    const known = this.#retained.get(id) ?? entry
    this.#retained.delete(id)
    this.#retained.set(id, known)
    this.#ids.set(keyOf(state), id)
    const [oldest] = this.#retained.keys()
    if (oldest === undefined || this.#retained.size <= maxRetained) return
    const gone = this.find(this.#retained.get(oldest) ?? {})
    this.#retained.delete(oldest)
    if (gone !== undefined) this.#ids.delete(keyOf(gone))
  }
}
