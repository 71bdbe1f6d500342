import type { Load, Machine } from './machine.ts'

/** What each process of pages has computed, at one time. */
export class Loads {
  /** When that was. */
  readonly at: number
  readonly #machine: Machine
  readonly #loads = new Map<number, Load>()

  constructor(machine: Machine, pids = machine.listProcesses()) {
    this.#machine = machine
    for (const pid of pids) {
      const load = machine.readLoad(pid)
      if (load !== undefined) this.#loads.set(pid, load)
    }
    this.at = machine.now()
  }

  /** Whether it was there. */
  has(pid: number): boolean {
    return this.#loads.has(pid)
  }

  /** Who has computed since, and for how many milliseconds; who has computed most comes first. */
  readSince(): readonly { readonly pid: number; readonly time: number }[] {
    return [...this.#machine.listProcesses()]
      .map((pid) => ({ pid, time: this.measure(pid) }))
      .filter(({ time }) => time > 0)
      .toSorted((one, other) => other.time - one.time)
  }

  /** Milliseconds that it has computed since; of one that was not there all that it has. */
  measure(pid: number): number {
    const after = this.#machine.readLoad(pid) ?? []
    const before = this.#loads.get(pid) ?? after.map(() => 0)
    return Math.max(0, ...after.map((load, way) => load - (before[way] ?? load)))
  }
}
