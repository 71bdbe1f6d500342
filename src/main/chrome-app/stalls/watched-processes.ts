import type { Load } from './machine.ts'
import { readProcessTimes } from './process-times.ts'
import type { ProcessTimes, ReadFile } from './process-times.ts'
import type { Told } from './thread-messages.ts'

type Signal = (pid: number, name: 'SIGCONT' | 'SIGSTOP') => void

/** The processes that the main process has told of, and those of them that are stopped. */
export class WatchedProcesses {
  readonly #readFile: ReadFile
  readonly #signal: Signal
  readonly #listed = new Set<number>()
  readonly #stopped = new Set<number>()
  /** When each has begun: nobody else is signalled, who has the same number later. */
  readonly #starts = new Map<number, string>()

  constructor(readFile: ReadFile, signal: Signal) {
    this.#readFile = readFile
    this.#signal = signal
  }

  hear({ pid, isThere }: Told): void {
    const times = isThere ? readProcessTimes(pid, this.#readFile) : undefined
    if (times === undefined) {
      this.#listed.delete(pid)
      this.#forget(pid)
    } else {
      this.#listed.add(pid)
      this.#starts.set(pid, times.start)
    }
  }

  list(): Iterable<number> {
    return this.#listed
  }

  readLoad(pid: number): Load | undefined {
    return this.#read(pid)?.load
  }

  stop(pid: number): void {
    this.#stopped.add(pid)
    if (this.#read(pid) !== undefined) this.#signal(pid, 'SIGSTOP')
  }

  resume(pid: number): void {
    if (this.#read(pid) !== undefined) this.#signal(pid, 'SIGCONT')
    this.#stopped.delete(pid)
    this.#forget(pid)
  }

  #read(pid: number): ProcessTimes | undefined {
    const times = readProcessTimes(pid, this.#readFile)
    return times?.start === this.#starts.get(pid) ? times : undefined
  }

  /** Who is stopped is to be resumed, though none of its pages is left. */
  #forget(pid: number): void {
    if (!this.#listed.has(pid) && !this.#stopped.has(pid)) this.#starts.delete(pid)
  }
}
