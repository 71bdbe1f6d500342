import type { Load } from './machine.ts'
import { readProcessTimes } from './process-times.ts'
import type { ProcessTimes, ReadFile } from './process-times.ts'
import type { StoppedCells } from './stopped-cells.ts'
import type { KnownProcess } from './thread-messages.ts'

type Signal = (pid: number, name: 'SIGCONT' | 'SIGKILL' | 'SIGSTOP') => void

/** The processes that the main process has told of, until they have gone: workers of a site go on without any document of its own. */
export class WatchedProcesses {
  readonly #readFile: ReadFile
  readonly #signal: Signal
  readonly #stopped: StoppedCells
  /** When each has begun: nobody else is signalled, who has the same number later. */
  readonly #starts = new Map<number, string>()
  /** Those with pages of apps. */
  readonly #own = new Set<number>()

  constructor(readFile: ReadFile, signal: Signal, stopped: StoppedCells) {
    this.#readFile = readFile
    this.#signal = signal
    this.#stopped = stopped
  }

  hear({ pid, isGuest }: KnownProcess): void {
    if (!isGuest) this.#own.add(pid)
    const times = readProcessTimes(pid, this.#readFile)
    if (times === undefined || times.start === this.#starts.get(pid)) return
    for (const known of this.#starts.keys())
      if (!this.#stopped.has(known) && this.#read(known) === undefined) this.#forget(known)
    this.#starts.set(pid, times.start)
    if (isGuest) this.#own.delete(pid)
  }

  isGuest(pid: number): boolean {
    return this.#starts.has(pid) && !this.#own.has(pid)
  }

  list(): Iterable<number> {
    return this.#starts.keys()
  }

  readLoad(pid: number): Load | undefined {
    return this.#read(pid)?.load
  }

  /** Returns whether it is stopped. */
  stop(pid: number): boolean {
    const isStopped = this.#read(pid) !== undefined && this.#stopped.add(pid)
    if (isStopped) this.#signal(pid, 'SIGSTOP')
    return isStopped
  }

  /** One that cannot be looked at may be there all the same: a program may have opened all files that it may. */
  resume(pid: number): void {
    const times = readProcessTimes(pid, this.#readFile)
    const isIt = times === undefined || times.start === this.#starts.get(pid)
    // Until it is deleted the main process resumes it only when the program ends, though it may have stopped it, too.
    if (isIt) this.#signal(pid, 'SIGCONT')
    this.#stopped.delete(pid)
    if (isIt) this.#signal(pid, 'SIGCONT')
  }

  /** One that cannot be looked at goes on. */
  end(pid: number): void {
    if (this.#read(pid) === undefined) return this.resume(pid)
    this.#signal(pid, 'SIGKILL')
    this.#stopped.delete(pid)
  }

  #forget(pid: number): void {
    this.#starts.delete(pid)
    this.#own.delete(pid)
  }

  #read(pid: number): ProcessTimes | undefined {
    const times = readProcessTimes(pid, this.#readFile)
    return times?.start === this.#starts.get(pid) ? times : undefined
  }
}
