import type { Machine } from '../../../../../src/main/chrome-app/stalls/machine.ts'

/** Of a process of pages: how much it computes, and what that is for the main process, each per millisecond. */
export interface Behaviour {
  computes: number
  costs: number
  /** MiB that the main process keeps of it, per millisecond. */
  fills?: number
}

/**
 * A machine whose time goes by steps of a millisecond: the main process works off what it has to do, one after the
 * other, the questions of the watch, too.
 */
export class Model {
  readonly stopped = new Set<number>()
  /** Milliseconds that each has run. */
  readonly ran = new Map<number, number>()
  readonly lates: number[] = []
  asked = 0
  told = 0
  /** MiB that the main process takes, and what its scripts hold of that. */
  memory = 0
  heap = 0
  /** Who has pages of apps. */
  readonly apps = new Set<number>()
  /** Who was ended. */
  readonly ended: number[] = []
  /** What the main process has to do by itself, per millisecond. */
  own = 0
  /** What it has to do by itself, so much of it at once and that often. */
  bursts = { time: 0, every: 1 }
  /** What else the machine does: the main process has so much of each millisecond. */
  share = 1
  /** The main process waits, for the user or a file, and does nothing. */
  waits = false
  /** The main process resumes who is stopped when it answers, as those who have said too much. */
  resumes = false
  time = 0
  #backlog = 0
  #mainLoad = 0
  #mainDemand = 0
  #answerAt = 0
  #askedAt: number | undefined
  readonly #loads = new Map<number, number>()
  readonly pages: Map<number, Behaviour>
  readonly machine: Machine

  constructor(pages: Readonly<Record<number, Behaviour>>) {
    this.pages = new Map(Object.entries(pages).map(([pid, behaviour]) => [Number(pid), behaviour]))
    this.machine = {
      now: () => this.time,
      sleep: (time) => this.#pass(time),
      ask: () => {
        this.asked += 1
        this.#answerAt = this.#backlog
        this.#askedAt = this.time
      },
      awaitAnswer: (time) => {
        for (const end = this.time + time; this.#askedAt !== undefined && this.time < end;) this.#step()
        return this.#askedAt === undefined
      },
      readMainLoad: () => this.#mainLoad,
      readMainDemand: () => this.#mainDemand,
      readMainThreads: () => this.#mainLoad,
      readMainMemory: () => this.memory,
      readMainHeap: () => this.heap,
      listProcesses: () => this.pages.keys(),
      readLoad: (pid) => (this.pages.has(pid) ? [this.#loads.get(pid) ?? 0] : undefined),
      isGuest: (pid) => !this.apps.has(pid),
      stop: (pid) => this.stopped.add(pid).has(pid),
      resume: (pid) => this.stopped.delete(pid),
      end: (pid) => {
        this.stopped.delete(pid)
        this.pages.delete(pid)
        this.ended.push(pid)
      },
      tell: () => {
        this.told += 1
      },
    }
  }

  /** Work for the main process all at once. */
  burden(time: number): void {
    this.#backlog += time
  }

  #pass(time: number): void {
    for (const end = this.time + time; this.time < end;) this.#step()
  }

  #step(): void {
    this.time += 1
    for (const [pid, { computes, costs, fills = 0 }] of this.pages) {
      if (this.stopped.has(pid)) continue
      this.ran.set(pid, (this.ran.get(pid) ?? 0) + 1)
      this.#loads.set(pid, (this.#loads.get(pid) ?? 0) + computes)
      this.#backlog += costs
      this.memory += fills
    }
    this.#backlog += this.own
    if (this.time % this.bursts.every === 0) this.#backlog += this.bursts.time
    if (this.waits) return
    this.#mainDemand += Math.min(1, this.#backlog)
    const done = Math.min(this.share, this.#backlog)
    this.#backlog -= done
    this.#mainLoad += done
    this.#answerAt -= this.share
    if (this.#askedAt === undefined || this.#answerAt >= 0) return
    this.lates.push(this.time - this.#askedAt)
    this.#askedAt = undefined
    if (this.resumes) this.stopped.clear()
  }
}
