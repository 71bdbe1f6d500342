import fs from 'node:fs'
import { Budget } from '../memory/budget.ts'

/** What Electron itself must find: a new window takes dozens, and Chromium ends the process that gets none. */
const reserve = { least: 256, most: 2048 } as const

/** The soft limit, from a text like that of `/proc/self/limits`. */
export function parseLimit(limits: string): number | undefined {
  const [, soft = ''] = /^Max open files +(\S+)/m.exec(limits) ?? []
  if (soft === 'unlimited') return Infinity
  return soft === '' ? undefined : Number(soft)
}

/** Elsewhere than on Linux the report of Node says so; nothing on Windows, which has no such limit. */
function readReportedLimit(): number {
  // An embedder of Node may be built without it.
  const { report }: Partial<NodeJS.Process> = process
  const { userLimits }: { userLimits?: Record<string, { soft?: unknown }> } = report?.getReport() ?? {}
  const soft = userLimits?.['open_files']?.soft
  return typeof soft === 'number' ? soft : Infinity
}

export function readSystemLimit(): number {
  try {
    return parseLimit(fs.readFileSync('/proc/self/limits', 'utf8')) ?? Infinity
  } catch {
    return readReportedLimit()
  }
}

/** What is left for sockets of a limit of so many descriptors; where there are few, half of them. */
export function spareOf(limit: number): number {
  const wanted = Math.min(Math.max(limit / 4, reserve.least), reserve.most)
  return limit - Math.min(wanted, limit / 2)
}

/** Whatever holds a descriptor until its event 'close'. */
interface Holder {
  once: (event: 'close', listener: () => void) => unknown
  off: (event: 'close', listener: () => void) => unknown
  listenerCount: (event: 'close') => number
}

/** What of all descriptors is for apps that have few. */
const kept = 1 / 4

/** The descriptors that the sockets of all apps may hold: listening, connected or to be, waiting, lingering. */
export class DescriptorPool {
  readonly #budget: Budget
  readonly limit: number

  constructor(limit: number) {
    this.limit = limit
    this.#budget = new Budget(limit)
  }

  static ofProcess(): DescriptorPool {
    return new DescriptorPool(Math.floor(spareOf(readSystemLimit())))
  }

  /** Whether there is one more and so many besides. */
  hasOneBeside(count: number): boolean {
    return this.#budget.hasRoomFor(1 + count)
  }

  take(): void {
    this.#budget.take(1)
  }

  giveBack(): void {
    this.#budget.giveBack(1)
  }
}

/** Those of one app. */
export class Descriptors {
  readonly #pool: DescriptorPool
  readonly #countApps: () => number
  #held = 0
  readonly #giveBack = (): void => {
    this.#held -= 1
    this.#pool.giveBack()
  }

  /** `countApps`: those that share the pool. Each of them has its part of the last quarter, whatever others hold. */
  constructor(pool: DescriptorPool, countApps: () => number = () => 1) {
    this.#pool = pool
    this.#countApps = countApps
  }

  get areLeft(): boolean {
    const apps = this.#countApps()
    const forOthers = this.#pool.limit * kept
    const hasFew = apps === 1 || this.#held + 1 <= forOthers / apps
    return this.#pool.hasOneBeside(hasFew ? 0 : forOthers)
  }

  /** What is made is charged for until it is closed; undefined, and nothing is made, when there is no room. */
  open<H extends Holder>(make: () => H): H | undefined {
    if (!this.areLeft) return undefined
    this.#pool.take()
    this.#held += 1
    try {
      const holder = make()
      holder.once('close', this.#giveBack)
      return holder
    } catch (error) {
      this.#giveBack()
      throw error
    }
  }

  /** The system has the descriptor back as soon as its holder is closed; Node says so a turn later. */
  release(holder: Holder): void {
    const before = holder.listenerCount('close')
    holder.off('close', this.#giveBack)
    if (holder.listenerCount('close') < before) this.#giveBack()
  }
}
