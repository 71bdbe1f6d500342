import * as z from 'zod/mini'
import type { KeptFolder } from '../kept-folder.ts'

const retainedSchema = z.object({ path: z.string(), isDirectory: z.boolean() })

export type Retained = z.output<typeof retainedSchema>

const fileSchema = z.object({
  /** Where the user chose something last. */
  lastDirectory: z.optional(z.string()),
  entries: z.array(z.tuple([z.string(), retainedSchema])),
})

const fileName = 'chrome-app-files.json'
/** Entries of one app (Chromium: apps/saved_files_service.cc). */
const maxEntries = 500
/** Milliseconds after the first change. */
const delay = 100
/** Of the time that it takes to write, and in which nothing else is done, so many times as much passes until the next. */
const rest = 20

/** What the app wants to find again, by its ids; what was used last stands last. */
export class RetainedEntries {
  readonly #folder: KeptFolder
  readonly #isKept: boolean
  /** Of the start before. */
  readonly #found: readonly [string, Retained][]
  readonly #entries: Map<string, Retained>
  #lastDirectory: string | undefined
  #timer: NodeJS.Timeout | undefined
  #delay = delay

  /** They are kept from start to start where the app has the permission for it; one that had it finds what there was. */
  constructor(folder: KeptFolder, isKept: boolean) {
    this.#folder = folder
    this.#isKept = isKept
    const kept = folder.read(fileName, fileSchema)
    this.#found = kept?.entries ?? []
    this.#entries = new Map(this.#found)
    this.#lastDirectory = kept?.lastDirectory
  }

  get lastDirectory(): string | undefined {
    return this.#lastDirectory
  }

  set lastDirectory(directory: string) {
    this.#lastDirectory = directory
    this.#queueWrite()
  }

  has(id: string): boolean {
    return this.#entries.has(id)
  }

  /** It counts as used last from now on. */
  use(id: string): Retained | undefined {
    const entry = this.#entries.get(id)
    if (entry !== undefined) this.#put(id, entry)
    return entry
  }

  /** An id that is known stays what it is. */
  retain(id: string, entry: Retained): void {
    this.#put(id, this.#entries.get(id) ?? entry)
    const [oldest] = this.#entries.keys()
    if (oldest !== undefined && this.#entries.size > maxEntries) this.#entries.delete(oldest)
  }

  #put(id: string, entry: Retained): void {
    this.#entries.delete(id)
    this.#entries.set(id, entry)
    this.#queueWrite()
  }

  #queueWrite(): void {
    this.#timer ??= setTimeout(() => this.write(), this.#delay)
  }

  /** What has changed is kept from now on. */
  write(): void {
    if (this.#timer === undefined) return
    clearTimeout(this.#timer)
    this.#timer = undefined
    const entries = this.#isKept ? [...this.#entries] : this.#found
    const begun = performance.now()
    this.#folder.replace(fileName, { lastDirectory: this.#lastDirectory, entries })
    this.#delay = Math.max(delay, rest * (performance.now() - begun))
  }
}
