import type { AnswerQueue } from '../answer-queue.ts'
import { ItemTable } from './item-table.ts'
import type { Change, Entry, Measure, Quota } from './item-table.ts'
import { writeText } from './serialize.ts'
import type { Store } from './store.ts'

/** What a call comes to. */
export interface Settled<Result> {
  readonly succeed: (result: Result) => void
  readonly fail: (error: string) => void
}

export interface AreaOptions {
  readonly store: Store
  readonly measure: Measure
  readonly quota: Quota | undefined
  /** Shared by all areas. */
  readonly answers: AnswerQueue
}

/** A call that has changed something. */
interface Write {
  readonly answer: (answer: () => void) => void
  readonly succeed: () => void
  readonly fail: (error: string) => void
}

function printChange({ after, before, key }: Change): string {
  const values = [
    ...(after === undefined ? [] : [`"newValue":${after}`]),
    ...(before === undefined ? [] : [`"oldValue":${before}`]),
  ]
  return `${writeText(key)}:{${values.join(',')}}`
}

/**
 * One area of `chrome.storage`: a table in memory, and a store behind it that has each change before it is called back.
 * What is changed while the store is busy, or in one turn, is kept together: however much a page says, one change of
 * each item waits.
 */
export class StorageArea {
  readonly #options: AreaOptions
  #table: Promise<ItemTable> | ItemTable | undefined
  #changes = new Map<string, string | undefined>()
  #writes: Write[] = []
  #isWriting = false

  constructor(options: AreaOptions) {
    this.#options = options
  }

  /** All items, where no keys are given; in order. */
  get(keys: readonly string[] | undefined, settled: Settled<[key: string, json: string][]>): void {
    this.#read(settled, (table) =>
      (keys ?? table.keys).flatMap((key): [string, string][] => {
        const json = table.get(key)
        return json === undefined ? [] : [[key, json]]
      }),
    )
  }

  listKeys(settled: Settled<string[]>): void {
    this.#read(settled, (table) => table.keys)
  }

  measure(keys: readonly string[] | undefined, settled: Settled<number>): void {
    this.#read(settled, (table) => table.measure(keys ?? table.keys))
  }

  /** The call is answered in its turn. */
  refuse(error: string, fail: (error: string) => void): void {
    this.#options.answers.add()(() => fail(error))
  }

  /** `succeed` is told what has changed, as the JSON of an object; undefined where it is nothing. */
  change(entries: readonly Entry[], settled: Settled<string | undefined>): void {
    this.#change(settled, () => entries)
  }

  clear(settled: Settled<string | undefined>): void {
    this.#change(settled, (table) => table.keys.map((key): Entry => [key, undefined]))
  }

  #read<Result>({ fail, succeed }: Settled<Result>, read: (table: ItemTable) => Result): void {
    const answer = this.#options.answers.add()
    this.#whenLoaded(
      (table) => {
        const result = read(table)
        answer(() => succeed(result))
      },
      (error) => answer(() => fail(error)),
    )
  }

  #change(
    { fail, succeed }: Settled<string | undefined>,
    list: (table: ItemTable) => readonly Entry[],
  ): void {
    const answer = this.#options.answers.add()
    const refuse = (error: string): void => answer(() => fail(error))
    this.#whenLoaded((table) => {
      const { quota } = this.#options
      const entries = list(table)
      const excess = quota && table.findExcess(entries, quota)
      if (excess !== undefined) return refuse(excess)
      const changes = table.apply(entries)
      if (changes.length === 0) return answer(() => succeed(undefined))
      for (const { after, key } of changes) this.#changes.set(key, after)
      const printed = `{${changes.map(printChange).join(',')}}`
      this.#writes.push({ answer, succeed: () => succeed(printed), fail })
      if (this.#writes.length === 1) queueMicrotask(() => this.#write())
    }, refuse)
  }

  #write(): void {
    if (this.#isWriting || this.#writes.length === 0) return
    const [changes, writes] = [this.#changes, this.#writes]
    this.#changes = new Map()
    this.#writes = []
    this.#isWriting = true
    this.#options.store.commit(changes, (error) => {
      this.#isWriting = false
      // Memory has what could not be kept: from now on the store's word counts.
      if (error !== undefined) this.#table = undefined
      for (const { answer, fail, succeed } of writes)
        answer(error === undefined ? succeed : () => fail(error))
      this.#write()
    })
  }

  #whenLoaded(act: (table: ItemTable) => void, refuse: (error: string) => void): void {
    if (this.#table instanceof ItemTable) return act(this.#table)
    this.#table ??= this.#load()
    this.#table.then(act, (error: unknown) => refuse(error instanceof Error ? error.message : String(error)))
  }

  /** The first to hear of it is the area itself: calls that wait come before those that are made later. */
  #load(): Promise<ItemTable> {
    const { measure, store } = this.#options
    const loading = store.load().then((items) => new ItemTable(items, measure))
    const settle = (table: ItemTable | undefined): void => {
      this.#table = table
    }
    loading.then(settle, () => settle(undefined))
    return loading
  }
}
