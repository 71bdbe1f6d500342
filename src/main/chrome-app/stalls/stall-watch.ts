import type { Machine } from './machine.ts'
import { MemoryWatch } from './memory-watch.ts'
import { Questions, restless } from './questions.ts'
import { Trial } from './trial.ts'

/** Milliseconds. */
const times = {
  /** Between two looks; and where the main process has had nothing to do for some time. */
  look: 10,
  idleLook: 25,
  idle: 1000,
  /** An answer later than this is late: with sockets at full load the main process takes 17 at most. */
  late: 25,
  /** A stall as long as this is looked into, though who computes was found innocent before. */
  grave: 60,
  /** While one is on trial, others are stopped after these. */
  othersPatience: 40,
}

/** Parts of the time that the main process computes: when it is busy, and when it is not idle. */
const parts = { busy: 1 / 2, idle: 1 / 20 }

/**
 * Chromium does much for a page in the main process of which Electron tells nobody, and nothing makes a renderer wait
 * with it. So whoever computes while the main process computes and does not answer is stopped until it does. If that
 * was late, each of them is on trial: it computes for moments, one process after the other and each when the main
 * process is at rest, until nothing comes of it any more.
 */
export class StallWatch {
  readonly #machine: Machine
  readonly #stopped = new Set<number>()
  readonly #questions: Questions
  readonly #memory: MemoryWatch
  readonly #trials = new Map<number, Trial>()
  #looked: number
  #load: number
  #lastBusy = -Infinity
  #hasTold = false

  constructor(machine: Machine) {
    this.#machine = machine
    this.#questions = new Questions(machine, this.#stopped)
    this.#memory = new MemoryWatch(machine, this.#questions, this.#stopped)
    this.#looked = machine.now()
    this.#load = machine.readMainLoad()
  }

  look(): void {
    if (this.#stopped.size > 0) this.#tryAll()
    else this.#watch()
  }

  #watch(): void {
    const { now, sleep } = this.#machine
    const isIdle = now() - this.#lastBusy > times.idle
    sleep(isIdle ? times.idleLook : times.look)
    const isBusy = this.#isMainBusy()
    if (!isIdle) this.#memory.look()
    if (!isBusy) return
    const late = this.#questions.ask()
    if (this.#stopped.size > 0) this.#judge(late)
  }

  /** Since it was looked last. */
  #isMainBusy(): boolean {
    const { now, readMainLoad } = this.#machine
    const [looked, load] = [now(), readMainLoad()]
    const part = (load - this.#load) / (looked - this.#looked)
    this.#looked = looked
    this.#load = load
    if (part > parts.idle) this.#lastBusy = looked
    return part >= parts.busy
  }

  #judge(late: number): void {
    if (late <= times.late) return this.#releaseAll()
    for (const pid of this.#stopped) {
      const trial = this.#find(pid)
      if (late < times.grave && trial?.isInnocent === true) this.#release(pid)
      else trial?.reopen(late)
    }
    if (this.#stopped.size === 0) this.#end()
  }

  /** What is known of it from before. */
  #find(pid: number): Trial | undefined {
    const trial = this.#trials.get(pid)
    return trial?.isForgotten(this.#machine.now()) === true ? undefined : trial
  }

  /** Each once. */
  #tryAll(): void {
    const { readLoad, now } = this.#machine
    this.#memory.look()
    let late = this.#questions.rest()
    for (const pid of this.#stopped) {
      if (late === undefined) return this.#releaseAll()
      const trial = this.#find(pid) ?? new Trial()
      this.#trials.set(pid, trial)
      if (readLoad(pid) === undefined) this.#release(pid)
      else if (trial.isDue(now())) late = this.#tryOnce(pid, trial)
    }
    if (this.#stopped.size === 0) this.#end()
  }

  #tryOnce(pid: number, trial: Trial): number | undefined {
    const { now, resume, sleep, stop, tell } = this.#machine
    resume(pid)
    sleep(trial.time)
    stop(pid)
    const late = this.#questions.rest(times.othersPatience)
    if (trial.hear(now(), late ?? restless)) this.#release(pid)
    if (trial.isHopeless && !this.#hasTold) {
      this.#hasTold = true
      tell()
    }
    return late
  }

  #release(pid: number): void {
    this.#stopped.delete(pid)
    this.#machine.resume(pid)
  }

  /** Because it was short, or none of them is why the main process is busy. */
  #releaseAll(): void {
    for (const pid of this.#stopped) this.#release(pid)
    this.#end()
  }

  /** Of the stall; what the main process has computed meanwhile says nothing. */
  #end(): void {
    const now = this.#machine.now()
    for (const [pid, trial] of this.#trials) if (trial.isForgotten(now)) this.#trials.delete(pid)
    this.#isMainBusy()
  }
}
