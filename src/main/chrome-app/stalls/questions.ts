import type { Load, Machine } from './machine.ts'

/** Milliseconds: what the main process may take for an answer, and between two looks at who computes after that. */
const times = { patience: 5, compute: 6 }

/** A process that has used at least this part of the time computes. */
const computing = 1 / 4

/** What the main process is asked to see how busy it is; whoever computes until it answers is stopped. */
export class Questions {
  readonly #machine: Machine
  readonly #stopped: Set<number>

  /** `stopped` gets who is stopped. */
  constructor(machine: Machine, stopped: Set<number>) {
    this.#machine = machine
    this.#stopped = stopped
  }

  /** Returns after how many milliseconds it has answered; who computes when `patience` is over is stopped. */
  ask(patience = times.patience): number {
    const { ask, awaitAnswer, now } = this.#machine
    const asked = now()
    ask()
    if (awaitAnswer(patience)) return now() - asked
    const begun = now()
    const loads = this.#readLoads()
    while (!awaitAnswer(times.compute)) this.#stopComputing(loads, now() - begun)
    return now() - asked
  }

  #readLoads(): ReadonlyMap<number, Load> {
    const { listProcesses, readLoad } = this.#machine
    const loads = new Map<number, Load>()
    for (const pid of listProcesses()) {
      const load = readLoad(pid)
      if (load !== undefined) loads.set(pid, load)
    }
    return loads
  }

  #stopComputing(loads: ReadonlyMap<number, Load>, elapsed: number): void {
    const { readLoad, stop } = this.#machine
    for (const [pid, before] of loads) {
      if (this.#stopped.has(pid)) continue
      const after = readLoad(pid) ?? before
      if (after.every((load, way) => load - (before[way] ?? load) < elapsed * computing)) continue
      stop(pid)
      this.#stopped.add(pid)
    }
  }
}
