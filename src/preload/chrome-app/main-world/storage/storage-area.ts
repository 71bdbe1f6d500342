import { commit, loadAll, openDatabase } from './database.ts'

/** An item, as JSON; one without a value is removed. */
export type Entry = readonly [key: string, json: string | undefined]

/** Called when the change is kept, or with what is wrong. */
type Done = (error?: string) => void

/** A call that has been made; it has its answer once what it waits for is over. */
interface Call {
  answer: (() => void) | undefined
}

/** A call that has changed something. */
interface Write {
  readonly call: Call
  readonly succeed: () => void
  readonly fail: (error: string) => void
}

const encoder = new TextEncoder()
const measureText = (text: string): number => encoder.encode(text).byteLength
const measureItem = ([key, json]: readonly [string, string]): number => measureText(key) + measureText(json)

const printChange = (key: string, before: string | undefined, after: string | undefined): string => {
  const values = [
    ...(after === undefined ? [] : [`"newValue":${after}`]),
    ...(before === undefined ? [] : [`"oldValue":${before}`]),
  ]
  return `${JSON.stringify(key)}:{${values.join(',')}}`
}

/**
 * One area of `chrome.storage`: a table in memory, and a database behind it that has each change before it is called
 * back. Calls are answered in the order in which they were made.
 */
export class StorageArea {
  readonly #name: string
  readonly #onChanged: (changes: string) => void
  #items: Map<string, string> | undefined
  #database: IDBDatabase | undefined
  /** Calls that were made before the database was there; undefined until the first. */
  #early: ((items: Map<string, string>) => void)[] | undefined
  readonly #calls: Call[] = []
  /** What was changed in this turn, which is kept together. */
  #changes = new Map<string, string | undefined>()
  #writes: Write[] = []

  /** `onChanged` is told what has changed, as the JSON of an object. */
  constructor(name: string, onChanged: (changes: string) => void) {
    this.#name = name
    this.#onChanged = onChanged
  }

  /** Every call has been answered. */
  get isIdle(): boolean {
    return this.#calls.length === 0 && (this.#early === undefined || this.#items !== undefined)
  }

  /** All items, where no keys are given. */
  get(keys: readonly string[] | undefined, give: (found: [key: string, json: string][]) => void): void {
    this.#whenOpen((items) => {
      const found = [...(keys ?? items.keys())].flatMap((key): [string, string][] => {
        const json = items.get(key)
        return json === undefined ? [] : [[key, json]]
      })
      this.#queue({ answer: () => give(found) })
    })
  }

  measure(keys: readonly string[] | undefined, give: (bytes: number) => void): void {
    this.get(keys, (found) => give(found.reduce((sum, item) => sum + measureItem(item), 0)))
  }

  change(entries: readonly Entry[], done: Done): void {
    this.#whenOpen((items) => this.#apply(items, entries, done))
  }

  clear(done: Done): void {
    this.#whenOpen((items) => {
      const entries = [...items.keys()].map((key): Entry => [key, undefined])
      this.#apply(items, entries, done)
    })
  }

  #apply(items: Map<string, string>, entries: readonly Entry[], done: Done): void {
    const changes: string[] = []
    for (const [key, json] of entries.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      const before = items.get(key)
      if (before === json) continue
      if (json === undefined) items.delete(key)
      else items.set(key, json)
      this.#changes.set(key, json)
      changes.push(printChange(key, before, json))
    }
    if (changes.length === 0) return this.#queue({ answer: done })
    const succeed = (): void => {
      this.#onChanged(`{${changes.join(',')}}`)
      done()
    }
    this.#queueWrite({ call: { answer: undefined }, succeed, fail: done })
  }

  #queueWrite(write: Write): void {
    if (this.#writes.length === 0) queueMicrotask(() => this.#write())
    this.#writes.push(write)
    this.#queue(write.call)
  }

  #write(): void {
    const writes = this.#writes
    const changes = this.#changes
    this.#writes = []
    this.#changes = new Map()
    if (this.#database === undefined) return
    commit(this.#database, changes, (error) => {
      for (const { call, succeed, fail } of writes)
        call.answer = error === undefined ? succeed : () => fail(error)
      this.#flush()
    })
  }

  #queue(call: Call): void {
    this.#calls.push(call)
    this.#flush()
  }

  #flush(): void {
    while (this.#calls[0]?.answer !== undefined) this.#calls.shift()?.answer?.()
  }

  #whenOpen(act: (items: Map<string, string>) => void): void {
    if (this.#items !== undefined) return act(this.#items)
    if (this.#early !== undefined) return void this.#early.push(act)
    this.#early = [act]
    void this.#open()
  }

  async #open(): Promise<void> {
    this.#database = await openDatabase(this.#name)
    this.#items = await loadAll(this.#database)
    for (const act of this.#early ?? []) act(this.#items)
  }
}
