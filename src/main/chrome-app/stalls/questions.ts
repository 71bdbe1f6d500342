import type { Load, Machine } from './machine.ts'

/** Milliseconds. */
const times = {
  /** What the main process may take for an answer, and between two looks at who computes after that. */
  patience: 5,
  compute: 6,
  /** A main process at rest answers as fast as that, */
  calm: 6,
  pause: 5,
}

/** Milliseconds: a main process that is not at rest after so long is busy by itself. */
export const restless = 2000

/** So many answers in a row are rest. */
const calmAnswers = 3

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

  /** Waits until the main process is at rest; returns how late it was until then at most, undefined where it does not come to rest. */
  rest(patience?: number): number | undefined {
    const { now, sleep } = this.#machine
    const end = now() + restless
    let most = 0
    for (let calm = 0; calm < calmAnswers;) {
      const late = this.ask(patience)
      most = Math.max(most, late)
      if (now() > end) return undefined
      calm = late > times.calm ? 0 : calm + 1
      sleep(times.pause)
    }
    return most
  }

  /** However the main process answers; who computes most comes first. */
  stopWhoComputes(): void {
    const { now, sleep } = this.#machine
    const begun = now()
    const loads = this.#readLoads()
    sleep(times.compute)
    this.#stopComputing(loads, now() - begun)
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
      .toSorted((one, other) => other.time - one.time)
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
