import { readMemory } from './process-files.ts'

/** MiB. */
export interface Levels {
  readonly start: number
  readonly peak: number
  readonly end: number
  /** How often it was read. */
  readonly samples: number
  /** The highest of either half of the time. */
  readonly firstHalf: number
  readonly lastHalf: number
}

export function summarize(samples: readonly number[]): Levels {
  const middle = Math.ceil(samples.length / 2)
  return {
    start: samples[0] ?? 0,
    peak: Math.max(...samples),
    end: samples.at(-1) ?? 0,
    samples: samples.length,
    firstHalf: Math.max(...samples.slice(0, middle)),
    lastHalf: Math.max(...samples.slice(middle)),
  }
}

/** Reads the memory of a process every second, and at the beginning and the end. */
export class MemoryWatch {
  readonly #pid: number
  readonly #samples: number[] = []
  readonly #timer: NodeJS.Timeout

  constructor(pid: number) {
    this.#pid = pid
    this.#sample()
    this.#timer = setInterval(() => this.#sample(), 1000)
  }

  stop(): Levels {
    clearInterval(this.#timer)
    this.#sample()
    return summarize(this.#samples)
  }

  #sample(): void {
    this.#samples.push(readMemory(this.#pid))
  }
}
