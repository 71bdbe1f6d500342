import type { AppArguments } from '../../../renderer-types/contract/apps/index.ts'
import { Budget } from '../../memory/budget.ts'
import type { Alarm, AlarmFile } from './alarm-file.ts'

export type CreateInfo = AppArguments<'alarms', 'create'>[1]

/** Alarms of one app (Chromium: extensions/browser/api/alarms/alarm_manager.h). */
const maxAlarms = 500
/** Characters of all names. Chrome has no limit. */
const maxCharacters = 1024 * 1024
/** Milliseconds from one look to the next, at the least: what repeats itself faster does so no faster than this. */
const minInterval = 100
/** At most: the machine may have slept, or its clock may have been set. */
const maxInterval = 60_000
const minute = 60_000

export interface AlarmsHost {
  /** Tells the app's pages. */
  readonly raise: (alarm: Alarm) => void
  /** Whether its pages have dealt with what they were told. */
  readonly hasRoom: () => boolean
}

/** The alarms of an app. */
export class Alarms {
  readonly #host: AlarmsHost
  readonly #file: AlarmFile
  readonly #names = new Budget(maxCharacters)
  readonly #alarms = new Map<string, Alarm>()
  #timer: NodeJS.Timeout | undefined
  #lastLook = -Infinity
  #isRunning = false

  /** `kept`: those of the start before. */
  constructor(host: AlarmsHost, file: AlarmFile, kept = file.read()) {
    this.#host = host
    this.#file = file
    for (const alarm of kept) if (alarm.persistAcrossSessions) this.#put(alarm)
  }

  get isEmpty(): boolean {
    return this.#alarms.size === 0
  }

  get(name: string): Alarm | undefined {
    return this.#alarms.get(name)
  }

  list(): Alarm[] {
    return [...this.#alarms.values()]
  }

  /** False where there are too many. */
  create(name: string, info: CreateInfo, now = Date.now()): boolean {
    const { delayInMinutes, periodInMinutes, persistAcrossSessions = true, when } = info
    const scheduledTime = when ?? now + (delayInMinutes ?? periodInMinutes ?? 0) * minute
    const period = periodInMinutes === undefined ? {} : { periodInMinutes }
    const isKept = this.#put({ name, ...period, persistAcrossSessions, scheduledTime })
    this.#keep()
    return isKept
  }

  clear(name: string): boolean {
    const isCleared = this.#remove(name)
    if (isCleared) this.#keep()
    return isCleared
  }

  clearAll(): void {
    for (const name of this.#alarms.keys()) this.#remove(name)
    this.#keep()
  }

  /** From now on there are pages to be told. What was due before is told at once. */
  start(): void {
    this.#isRunning = true
    this.#schedule()
  }

  stop(): void {
    this.#isRunning = false
    clearTimeout(this.#timer)
    this.#file.write()
  }

  #put(alarm: Alarm): boolean {
    // Even of one that is there already, as in Chrome.
    if (this.#alarms.size >= maxAlarms) return false
    const isNew = !this.#alarms.has(alarm.name)
    if (isNew && !this.#names.take(alarm.name.length)) return false
    // The last one made stands last.
    this.#alarms.delete(alarm.name)
    this.#alarms.set(alarm.name, alarm)
    return true
  }

  #remove(name: string): boolean {
    if (!this.#alarms.delete(name)) return false
    this.#names.giveBack(name.length)
    return true
  }

  #keep(): void {
    this.#file.queue(() => this.list().filter(({ persistAcrossSessions }) => persistAcrossSessions))
    this.#schedule()
  }

  #schedule(): void {
    clearTimeout(this.#timer)
    if (!this.#isRunning || this.isEmpty) return
    const next = Math.min(...this.list().map(({ scheduledTime }) => scheduledTime)) - Date.now()
    const rest = this.#lastLook + minInterval - performance.now()
    this.#timer = setTimeout(() => this.#look(), Math.min(Math.max(next, rest, 0), maxInterval))
  }

  #look(): void {
    this.#lastLook = performance.now()
    const now = Date.now()
    const due = this.#host.hasRoom() ? this.list().filter(({ scheduledTime }) => scheduledTime <= now) : []
    // The one that was made last comes first, as in Chrome.
    for (const alarm of due.toReversed()) this.#fire(alarm, now)
    if (due.length > 0) this.#keep()
    else this.#schedule()
  }

  /** One that repeats itself stays in step, whatever has been missed. */
  #fire(alarm: Alarm, now: number): void {
    const { name, periodInMinutes, scheduledTime } = alarm
    this.#host.raise(alarm)
    const period = (periodInMinutes ?? 0) * minute
    if (period > 0) {
      const periods = Math.floor((now - scheduledTime) / period) + 1
      this.#alarms.set(name, { ...alarm, scheduledTime: scheduledTime + periods * period })
    } else this.#remove(name)
  }
}
