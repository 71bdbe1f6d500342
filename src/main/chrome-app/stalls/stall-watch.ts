import type { Machine } from './machine.ts'
import { Questions } from './questions.ts'
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
  /** A main process at rest answers as fast as that, */
  calm: 6,
  pause: 5,
  /** and one that is not at rest after so long is busy by itself. */
  restless: 2000,
}

/** Parts of the time that the main process computes: when it is busy, and when it is not idle. */
const parts = { busy: 1 / 2, idle: 1 / 20 }

/** So many answers in a row are rest. */
const calmAnswers = 3

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
  readonly #trials = new Map<number, Trial>()
  #looked: number
  #load: number
  #lastBusy = -Infinity
  #hasTold = false

  constructor(machine: Machine) {
    this.#machine = machine
    this.#questions = new Questions(machine, this.#stopped)
    this.#looked = machine.now()
    this.#load = machine.readMainLoad()
  }

  look(): void {
    if (this.#stopped.size > 0) this.#tryAll()
    else this.#watch()
  }

  #watch(): void {
    const { now, sleep } = this.#machine
    sleep(now() - this.#lastBusy > times.idle ? times.idleLook : times.look)
    if (!this.#isMainBusy()) return
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
    let late = this.#rest()
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
    const late = this.#rest(times.othersPatience)
    if (trial.hear(now(), late ?? times.restless)) this.#release(pid)
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

  /** Waits until the main process is at rest; returns how late it was until then at most, undefined where it does not come to rest. */
  #rest(patience?: number): number | undefined {
    const { now, sleep } = this.#machine
    const end = now() + times.restless
    let most = 0
    for (let calm = 0; calm < calmAnswers;) {
      const late = this.#questions.ask(patience)
      most = Math.max(most, late)
      if (now() > end) return undefined
      calm = late > times.calm ? 0 : calm + 1
      sleep(times.pause)
    }
    return most
  }
}
