interface Limit {
  readonly name: string
  readonly calls: number
  readonly milliseconds: number
}

interface Span {
  readonly limit: Limit
  left: number
  end: number
}

/** How often a method may be called in a time that begins with a call (Chromium: extensions/browser/quota_service.cc). */
export class WriteRate {
  readonly #spans: Span[]
  readonly #now: () => number

  constructor(limits: readonly Limit[], now: () => number) {
    this.#spans = limits.map((limit) => ({ limit, left: limit.calls, end: 0 }))
    this.#now = now
  }

  /** Undefined for a call that may be made, which counts; otherwise what it is answered. */
  refuse(): string | undefined {
    const now = this.#now()
    for (const span of this.#spans) {
      if (now > span.end) {
        span.left = span.limit.calls
        span.end = now + span.limit.milliseconds
      }
      if (span.left === 0) return `This request exceeds the ${span.limit.name} quota.`
      span.left -= 1
    }
    return undefined
  }
}
