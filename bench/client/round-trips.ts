import { computePercentile } from '../report/statistics.ts'
import type { Span } from './span.ts'

/** Microseconds. */
export interface RoundTrips {
  readonly p50: number
  readonly p99: number
}

/** Takes the times of messages of which one is under way at a time. */
export class RoundTripWatch {
  readonly #countedFrom: number
  readonly #end: number
  readonly #times: number[] = []
  #begun = 0

  constructor({ warmUp, duration }: Span) {
    this.#countedFrom = performance.now() + warmUp
    this.#end = this.#countedFrom + duration
  }

  begin(): void {
    this.#begun = performance.now()
  }

  /** Returns whether another one may begin. */
  end(): boolean {
    const now = performance.now()
    if (this.#begun >= this.#countedFrom) this.#times.push((now - this.#begun) * 1000)
    // However busy the machine is, one is timed.
    return now < this.#end || this.#times.length === 0
  }

  summarize(): RoundTrips {
    return { p50: computePercentile(this.#times, 50), p99: computePercentile(this.#times, 99) }
  }
}
