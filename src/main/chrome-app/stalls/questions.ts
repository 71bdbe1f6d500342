import { Lateness } from './lateness.ts'
import type { Rest } from './lateness.ts'
import { Loads } from './loads.ts'
import type { Machine } from './machine.ts'
import { Meter } from './meter.ts'

/** Milliseconds. */
const times = {
  /** What the main process may take for an answer, and between two looks at who computes after that; the next after somebody was stopped. */
  patience: 5,
  compute: 6,
  others: 3,
  /** Who computes is known by the first look in so long. */
  recent: 20,
  /** What it works off afterwards is waited for so long: with sockets at full load it never ends. */
  settle: 40,
  /** A main process at rest answers as fast as that, */
  calm: 6,
  pause: 5,
}

/** Milliseconds: a main process that is not at rest after so long is busy by itself. */
const restless = 2000

/** Who wants to compute for less than this part of the time has nothing to do, and who takes less MiB more than before takes no more. */
const idle = { part: 1 / 2, grown: 0.3 }

/** So many answers in a row are rest. */
const calmAnswers = 3

/** A main process whose first thread does not even want to compute for this part of the time waits, for the user or a file, */
const waiting = 1 / 4

/** in so many looks in a row. */
const waitingLooks = 4

interface RestOptions {
  readonly patience?: number | undefined
  readonly longest?: number
  /** Whether it is to be idle, too: to have nothing to do for most of the time, and to take no more memory. */
  readonly isIdle?: boolean
  /** When pages have computed last, and whether the main process has rested since. */
  readonly ran?: number
  readonly hasRested?: boolean
}

const byDefault = { longest: restless, isIdle: false, ran: Infinity, hasRested: false } as const

/**
 * Processes that have used at least this part of the time, all together, compute, and of them whoever has used at least
 * half of the mean; more before an answer is late than after, for who draws computes as well.
 */
const parts = { before: 1 / 2, after: 1 / 4 }

/** What the main process is asked to see how busy it is; whoever computes until it answers is stopped. */
export class Questions {
  readonly #machine: Machine
  readonly #stopped: Set<number>
  /** The recent ones. */
  readonly #looks: Loads[] = []

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

  /** Waits until the main process is at rest; undefined where it is not after `longest`. */
  rest(options: RestOptions = {}): Rest | undefined {
    const { hasRested, isIdle, longest, patience, ran } = { ...byDefault, ...options }
    const { now, sleep } = this.#machine
    const isCalm = isIdle ? this.#beginIdle() : (answer: number) => answer <= times.calm
    let end: number | undefined
    const lateness = new Lateness(ran, hasRested)
    for (let calm = 0; calm < calmAnswers;) {
      const [asked, stopped] = [now(), this.#stopped.size]
      const answer = this.ask(patience)
      // The first answer has waited for all that was begun before.
      end ??= now() + longest
      if (now() > end) return undefined
      if (this.#stopped.size > stopped) lateness.othersHaveRun(now())
      lateness.hear(asked, answer)
      sleep(times.pause)
      calm = isCalm(answer) ? calm + 1 : 0
      if (calm > 0) lateness.rest()
    }
    return lateness
  }

  /** Returns what tells whether it was idle since that was asked last. */
  #beginIdle(): (answer: number) => boolean {
    const { now, readMainDemand, readMainMemory } = this.#machine
    const demand = new Meter(now, readMainDemand)
    let memory = readMainMemory()
    return (answer) => {
      const before = memory
      memory = readMainMemory()
      return demand.read() < idle.part && memory - before < idle.grown && answer <= times.calm
    }
  }

  /** However the main process answers; who computes most comes first. */
  stopWhoComputes(): void {
    const look = new Loads(this.#machine)
    this.#machine.sleep(times.compute)
    this.#stopComputing(look, parts.after)
  }

  /** Waits until the main process has nothing to do; returns for how many milliseconds it was busy until then, as far as it was waited. */
  settle(): number {
    const { now, readMainDemand, readMainLoad, sleep } = this.#machine
    const [begun, load] = [now(), readMainLoad()]
    const demand = new Meter(now, readMainDemand)
    do sleep(times.pause)
    while (demand.read() >= idle.part && now() - begun < times.settle)
    return readMainLoad() - load
  }

  #awaitAnswer(patience: number): void {
    const { ask, awaitAnswer, now, readMainDemand } = this.#machine
    ask()
    const before = this.look()
    if (awaitAnswer(patience)) return
    const isBefore = now() - before.at >= times.compute
    let hasStopped = isBefore && this.#stopComputing(before, parts.before)
    let look = new Loads(this.#machine)
    const demand = new Meter(now, readMainDemand)
    let waitingFor = 0
    while (!awaitAnswer(hasStopped ? times.others : times.compute)) {
      waitingFor = demand.read() < waiting ? waitingFor + 1 : 0
      hasStopped = waitingFor === 0 && this.#stopComputing(look, parts.after)
      // Others have the processors of those now.
      if (hasStopped) look = new Loads(this.#machine)
      if (waitingFor >= waitingLooks) this.#resumeAll()
    }
  }

  /** At who computes; returns what is known of it from before. */
  look(): Loads {
    const look = new Loads(this.#machine)
    this.#looks.push(look)
    while ((this.#looks[0] ?? look).at < look.at - times.recent) this.#looks.shift()
    return this.#looks[0] ?? look
  }

  #resumeAll(): void {
    for (const pid of this.#stopped) this.#machine.resume(pid)
    this.#stopped.clear()
  }

  /** The many who compute at once each get less of the processors than one alone. Returns whether anybody was stopped. */
  #stopComputing(loads: Loads, part: number): boolean {
    const used = loads.readSince().filter(({ pid }) => loads.has(pid))
    const total = used.reduce((sum, { time }) => sum + time, 0)
    if (total < (this.#machine.now() - loads.at) * part) return false
    const { size } = this.#stopped
    for (const { pid, time } of used) {
      if (time < total / used.length / 2) continue
      // Who is stopped and computes was resumed by others, as those who say too much are.
      if (this.#machine.stop(pid)) this.#stopped.add(pid)
    }
    return this.#stopped.size > size
  }
}
