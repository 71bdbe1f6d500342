import { compareTexts } from './compare-texts.ts'

/** An item, as JSON; one without a value is removed. */
export type Entry = readonly [key: string, json: string | undefined]

/** How large an item is, in the bytes that an area counts. */
export type Measure = (key: string, json: string) => number

/** How much an area may hold. */
export interface Quota {
  readonly bytes: number
  readonly bytesPerItem?: number
  readonly items?: number
  /** What a call is answered that goes beyond. */
  readonly exceeded: {
    readonly bytes: string
    readonly bytesPerItem?: string
    readonly items?: string
  }
}

export interface Change {
  readonly key: string
  readonly before: string | undefined
  readonly after: string | undefined
}

/** The items of an area, in memory, and what they take of its quota. */
export class ItemTable {
  readonly #items: Map<string, string>
  readonly #measure: Measure
  #used = 0

  constructor(items: Map<string, string>, measure: Measure) {
    this.#items = items
    this.#measure = measure
    for (const [key, json] of items) this.#used += measure(key, json)
  }

  get keys(): string[] {
    return [...this.#items.keys()].toSorted(compareTexts)
  }

  get(key: string): string | undefined {
    return this.#items.get(key)
  }

  measure(keys: readonly string[]): number {
    return keys.reduce((sum, key) => sum + this.#measureItem(key, this.#items.get(key)), 0)
  }

  /** What would be too much about the entries, in Chrome's words and in the order in which it looks. */
  findExcess(entries: readonly Entry[], { bytes, bytesPerItem, exceeded, items }: Quota): string | undefined {
    let used = this.#used
    let added = 0
    for (const [key, json] of entries) {
      const size = this.#measureItem(key, json)
      if (bytesPerItem !== undefined && size > bytesPerItem) return exceeded.bytesPerItem
      used += size - this.#measureItem(key, this.#items.get(key))
      if (!this.#items.has(key)) added += 1
    }
    if (used > bytes) return exceeded.bytes
    return items !== undefined && this.#items.size + added > items ? exceeded.items : undefined
  }

  /** Returns what has really changed, by key. */
  apply(entries: readonly Entry[]): Change[] {
    const changes: Change[] = []
    for (const [key, after] of entries.toSorted(([a], [b]) => compareTexts(a, b))) {
      const before = this.#items.get(key)
      if (before === after) continue
      this.#used += this.#measureItem(key, after) - this.#measureItem(key, before)
      if (after === undefined) this.#items.delete(key)
      else this.#items.set(key, after)
      changes.push({ key, before, after })
    }
    return changes
  }

  #measureItem(key: string, json: string | undefined): number {
    return json === undefined ? 0 : this.#measure(key, json)
  }
}
