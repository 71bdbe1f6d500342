import type { Machine } from './machine.ts'
import { MemoryWatch } from './memory-watch.ts'
import { Meter } from './meter.ts'
import { OwnStalls } from './own-stalls.ts'
import { Questions } from './questions.ts'
import { Trial } from './trial.ts'

/** Milliseconds. */
const times = {
  /** Between two looks; and where the main process has had nothing to do for some time. */
  look: 10,
  idleLook: 25,
  idle: 1000,
  /** Between two looks for so long after the main process was slow to answer, or somebody was stopped. */
  soonLook: 3,
  soon: 100,
  /** An answer later than this is slow. */
  slow: 4,
  /** An answer later than this is late: with sockets at full load the main process takes 17 at most. */
  late: 25,
  /** A stall as long as this is looked into, though who computes was found innocent before. */
  grave: 60,
  /** While one is on trial, others are stopped after these. */
  othersPatience: 20,
  /** So long after pages have computed it is looked whether the main process stalls by itself, */
  control: 260,
  longestControl: 1000,
  /** no sooner than after that once more. */
  controlled: 10_000,
}

/** Parts of the time that the main process computes: when it is busy, and when it is not idle. */
const parts = { busy: 1 / 2, idle: 1 / 20 }

/**
 * Chromium does much for a page in the main process of which Electron tells nobody, and nothing makes a renderer wait
 * with it. So whoever computes while the main process computes and does not answer is stopped until it does. If that
 * was late, each of them is on trial: it computes for moments, one process after the other and each when the main
 * process is at rest, until nothing comes of it any more, or the main process is seen to be as late by itself.
 */
export class StallWatch {
  readonly #machine: Machine
  readonly #stopped = new Set<number>()
  readonly #questions: Questions
  readonly #memory: MemoryWatch
  readonly #trials = new Map<number, Trial>()
  readonly #own = new OwnStalls()
  /** How long was what is looked into, and when pages have computed last meanwhile. */
  #stall = 0
  #ran = 0
  /** When the main process was at rest last. */
  #rested = -Infinity
  #controlled = -Infinity
  /** Whether those who computed then are tried all together first. */
  #areTogether = false
  readonly #allThreads: Meter
  readonly #firstThread: Meter
  #lastBusy = -Infinity
  #soonUntil = -Infinity
  #hasTold = false

  constructor(machine: Machine) {
    this.#machine = machine
    this.#questions = new Questions(machine, this.#stopped)
    this.#memory = new MemoryWatch(machine, this.#questions, this.#stopped)
    this.#allThreads = new Meter(machine.now, machine.readMainThreads)
    this.#firstThread = new Meter(machine.now, machine.readMainDemand)
  }

  look(): void {
    if (this.#stopped.size > 0) this.#tryAll()
    else {
      const late = this.#watch()
      if (this.#stopped.size === 0) return
      this.#judge(Math.max(late, this.#settle()))
    }
    if (this.#stopped.size === 0) this.#end()
  }

  /** Returns for how long the main process was busy while who computed was stopped. */
  #watch(): number {
    const { now, sleep } = this.#machine
    const isIdle = now() - this.#lastBusy > times.idle
    const look = isIdle ? times.idleLook : times.look
    sleep(now() < this.#soonUntil ? times.soonLook : look)
    const isBusy = this.#isMainBusy(isIdle)
    if (!isIdle && this.#memory.look()) this.#lookSoon()
    // A question looks at who computes itself.
    if (!isIdle && !isBusy) this.#questions.look()
    if (!isBusy) return 0
    const late = this.#questions.ask()
    if (late > times.slow) this.#lookSoon()
    return late
  }

  /** A page of the app may have the main process busy all the time, with its sockets; guests have none. */
  #lookSoon(): void {
    const { isGuest, listProcesses, now } = this.#machine
    if ([...listProcesses()].some(isGuest)) this.#soonUntil = now() + times.soon
  }

  /** The main process answers while it works off what many have begun: that is waited for, for the same reason, after guests only. */
  #settle(): number {
    return [...this.#stopped].some(this.#machine.isGuest) ? this.#questions.settle() : 0
  }

  /** Since it was looked last; while it is idle by what is read fast. */
  #isMainBusy(isIdle: boolean): boolean {
    const part = this.#allThreads.read()
    if (part > parts.idle) this.#lastBusy = this.#machine.now()
    else if (isIdle) return false
    const demand = this.#firstThread.read()
    return (isIdle ? part : demand) >= parts.busy
  }

  #judge(late: number): void {
    const now = this.#machine.now()
    if (late <= Math.max(times.late, this.#own.tolerate(now))) return this.#releaseAll()
    this.#forget()
    for (const pid of this.#stopped) {
      const trial = this.#trials.get(pid)
      if (late < times.grave && trial?.isInnocent === true) this.#release(pid)
      else trial?.reopen(late)
    }
    this.#stall = late
    this.#ran = now
    this.#areTogether = [...this.#stopped].every((pid) => this.#trials.get(pid)?.isSuspect !== true)
  }

  #forget(): void {
    const now = this.#machine.now()
    for (const [pid, trial] of this.#trials) if (trial.isForgotten(now)) this.#trials.delete(pid)
  }

  #open(pid: number): Trial {
    const trial = this.#trials.get(pid) ?? new Trial()
    this.#trials.set(pid, trial)
    return trial
  }

  #tryAll(): void {
    this.#memory.look()
    this.#forget()
    if (this.#rest() === undefined) return
    if (this.#areTogether) this.#tryTogether()
    else this.#tryEach()
  }

  /** Many are innocent as fast as one, where all of them are. */
  #tryTogether(): void {
    const { now } = this.#machine
    this.#areTogether = false
    const together = new Trial(this.#stopped.size)
    for (let hasEnded = false; !hasEnded;) {
      const { time } = together
      const late = this.#try([...this.#stopped], time)
      if (late === undefined) return
      if (late > times.late) {
        this.#control()
        return
      }
      hasEnded = together.hear(now(), late)
    }
    for (const pid of this.#stopped) {
      this.#open(pid).end(now())
      this.#release(pid)
    }
  }

  /** Each once. */
  #tryEach(): void {
    const { now, readLoad } = this.#machine
    for (const pid of this.#stopped) {
      const trial = this.#open(pid)
      // Others' trials may have had it stopped again.
      if (readLoad(pid) === undefined || trial.isInnocent) this.#release(pid)
      else if (trial.isDue(now())) this.#tryOne(pid, trial)
    }
  }

  #tryOne(pid: number, trial: Trial): void {
    const { now, tell } = this.#machine
    const late = this.#try([pid], trial.time)
    if (late === undefined || (late > times.late && !this.#control())) return
    if (trial.hear(now(), late)) this.#release(pid)
    if (trial.isHopeless && !this.#hasTold) {
      this.#hasTold = true
      tell()
    }
  }

  /** They compute for so long; returns for how long the main process was busy then, undefined where that is looked into no more. */
  #try(pids: readonly number[], time: number): number | undefined {
    const { resume, sleep, stop } = this.#machine
    for (const pid of pids) resume(pid)
    sleep(time)
    for (const pid of pids) stop(pid)
    this.#ran = this.#machine.now()
    return this.#rest(times.othersPatience)
  }

  /** Looks whether the main process stalls by itself; returns false where it does, and all are released. */
  #control(): boolean {
    const { now } = this.#machine
    const begun = now()
    if (begun < this.#controlled + times.controlled) return true
    this.#controlled = begun
    while (now() < Math.min(this.#ran + times.control, begun + times.longestControl)) {
      const { size } = this.#stopped
      if (this.#rest() === undefined) return false
      // Whoever has been stopped only now may have been why.
      if (this.#stopped.size > size) this.#ran = now()
    }
    return true
  }

  /** The same of the time until now. */
  #rest(patience?: number): number | undefined {
    const rest = this.#questions.rest({ patience, ran: this.#ran, hasRested: this.#rested > this.#ran })
    this.#rested = this.#machine.now()
    this.#own.hear(this.#machine.now(), rest?.own ?? Infinity)
    const isOwn = this.#own.tolerate(this.#machine.now()) >= this.#stall
    if (rest !== undefined && !isOwn) {
      this.#reopen(rest.others)
      return rest.late
    }
    if (isOwn) for (const pid of this.#stopped) this.#trials.delete(pid)
    this.#releaseAll()
    return undefined
  }

  /** Who was found innocent and is stopped again may be why the main process was busy for `late`. */
  #reopen(late: number): void {
    if (late < times.grave || late <= this.#own.tolerate(this.#machine.now())) return
    for (const pid of this.#stopped) {
      const trial = this.#trials.get(pid)
      if (trial?.isInnocent === true) trial.reopen(late)
    }
  }

  #release(pid: number): void {
    this.#stopped.delete(pid)
    this.#machine.resume(pid)
  }

  /** Because it was short, or none of them is why the main process is busy. */
  #releaseAll(): void {
    for (const pid of this.#stopped) this.#release(pid)
  }

  /** Of the stall; what the main process has computed meanwhile says nothing. */
  #end(): void {
    this.#lookSoon()
    this.#isMainBusy(false)
  }
}
