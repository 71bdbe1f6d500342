import type { Refusal } from '../types.ts'

export type Denial = Extract<Refusal, { reason: 'permission' }>

/** Calls that were denied. They cost a page nothing: one method of one page is told once for a turn. */
export class Denials {
  readonly #tell: (denial: Denial) => void
  readonly #gathered = new Map<object, Map<string, Denial>>()

  constructor(tell: (denial: Denial) => void) {
    this.#tell = tell
  }

  /** The first of a turn is told in full, of the others the number. */
  add(page: object, denial: Omit<Denial, 'count'>): void {
    if (this.#gathered.size === 0) setImmediate(() => this.#tellAll())
    const ofPage = this.#gathered.get(page) ?? new Map<string, Denial>()
    this.#gathered.set(page, ofPage)
    const { count, ...first } = ofPage.get(denial.method) ?? { ...denial, count: 0 }
    ofPage.set(denial.method, { ...first, count: count + 1 })
  }

  #tellAll(): void {
    const all = [...this.#gathered.values()]
    this.#gathered.clear()
    for (const ofPage of all) for (const denial of ofPage.values()) this.#tell(denial)
  }
}
