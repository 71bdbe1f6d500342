import type { Load, Machine } from './machine.ts'

/** Milliseconds: what the main process may take for an answer, and between two looks at who computes after that. */
const times = { patience: 5, compute: 6 }

/** Processes that have used at least this part of the time, all together, compute, and of them whoever has used at least half of the mean. */
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

  /**
   * Returns for how many milliseconds it has been busy until it answered, which on a machine with other work is less than
   * it took; who computes when `patience` is over is stopped.
   */
  ask(patience = times.patience): number {
    const { now, readMainLoad } = this.#machine
    const [asked, load] = [now(), readMainLoad()]
    this.#awaitAnswer(patience)
    return Math.min(now() - asked, readMainLoad() - load)
  }

  #awaitAnswer(patience: number): void {
    const { ask, awaitAnswer, now } = this.#machine
    ask()
    if (awaitAnswer(patience)) return
    const begun = now()
    const loads = this.#readLoads()
    while (!awaitAnswer(times.compute)) this.#stopComputing(loads, now() - begun)
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

  /** The many who compute at once each get less of the processors than one alone. */
  #stopComputing(loads: ReadonlyMap<number, Load>, elapsed: number): void {
    const used = [...loads]
      .map(([pid, before]) => ({ pid, time: this.#measure(pid, before) }))
      .filter(({ time }) => time > 0)
    const total = used.reduce((sum, { time }) => sum + time, 0)
    if (total < elapsed * computing) return
    for (const { pid, time } of used) {
      if (time < total / used.length / 2) continue
      // Who is stopped and computes was resumed by others, as those who say too much are.
      this.#machine.stop(pid)
      this.#stopped.add(pid)
    }
  }

  /** Milliseconds that it has computed since. */
  #measure(pid: number, before: Load): number {
    const after = this.#machine.readLoad(pid) ?? before
    return Math.max(...after.map((load, way) => load - (before[way] ?? load)))
  }
}
