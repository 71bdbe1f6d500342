import { canBeStopped, signalProcess } from './signal-process.ts'

/** Milliseconds between two that go on. */
const pause = 20

const paused = new Set<number>()
const resumeAll = (): void => {
  for (const pid of paused) signalProcess(pid, 'SIGCONT')
}

/**
 * Processes of pages that are to say nothing until the main process has heard what they have said: one after the other
 * goes on then.
 */
export class Pauses {
  /** By the system's numbers. */
  readonly #waiting = new Set<number>()
  readonly #isHeld: (pid: number) => boolean
  #timer: NodeJS.Timeout | undefined

  /** `isHeld`: somebody else has stopped that process, too, and will resume it. */
  constructor(isHeld: (pid: number) => boolean) {
    this.#isHeld = isHeld
  }

  get isEmpty(): boolean {
    return this.#waiting.size === 0
  }

  has(pid: number): boolean {
    return this.#waiting.has(pid)
  }

  add(pid: number): void {
    if (!canBeStopped(pid) || this.has(pid) || !signalProcess(pid, 'SIGSTOP')) return
    if (paused.size === 0) process.once('exit', resumeAll)
    this.#waiting.add(pid)
    paused.add(pid)
    this.#timer ??= setInterval(() => this.#goOn(), pause)
  }

  #goOn(): void {
    for (const pid of this.#waiting) {
      this.#waiting.delete(pid)
      paused.delete(pid)
      if (paused.size === 0) process.off('exit', resumeAll)
      if (!this.#isHeld(pid)) signalProcess(pid, 'SIGCONT')
      break
    }
    if (this.#waiting.size > 0) return
    clearInterval(this.#timer)
    this.#timer = undefined
  }
}
