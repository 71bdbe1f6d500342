/** A process that shows pages. */
export interface Renderer {
  /** Chromium's own number, which no other one ever has. */
  readonly id: number
  /** The system's. */
  readonly pid: number
}

/** Faults, within so many milliseconds, that end a process. */
const limits = { faults: 3, period: 60_000 }

interface Record {
  readonly since: number
  faults: number
}

/**
 * Chromium ends a renderer that says what none can say, with all that it has said and nobody has looked at yet. So does
 * this, but not for one fault alone, which might be ours, unless it is one that costs. The process is the one that has
 * spoken: a page could always end it, for who is in there shares one memory.
 */
export class Offenders {
  readonly #end: (renderer: Renderer) => void
  readonly #now: () => number
  readonly #records = new Map<number, Record>()

  constructor(end: (renderer: Renderer) => void, now: () => number = () => performance.now()) {
    this.#end = end
    this.#now = now
  }

  hasEnded(renderer: Renderer | undefined): boolean {
    return renderer !== undefined && (this.#records.get(renderer.id)?.faults ?? 0) >= limits.faults
  }

  /** True when that ends the process; of several faults at once only a few are borne. */
  accuse(renderer: Renderer | undefined, faults = 1): boolean {
    if (renderer === undefined || this.hasEnded(renderer)) return false
    this.#forgetOld()
    const record = this.#records.get(renderer.id) ?? { since: this.#now(), faults: 0 }
    record.faults += faults
    this.#records.set(renderer.id, record)
    if (record.faults < limits.faults) return false
    this.#end(renderer)
    return true
  }

  #forgetOld(): void {
    const oldest = this.#now() - limits.period
    for (const [id, { since }] of this.#records) if (since < oldest) this.#records.delete(id)
  }
}
