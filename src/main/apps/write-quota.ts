/** Bytes given to `send` and not yet sent, of all sockets of one app (Chromium: write_quota_checker.cc). */
export class WriteQuota {
  readonly #limit: number
  #used = 0

  /** Chrome's limit is 200 MiB. Exactly at the limit is allowed. */
  constructor(limit = 200 * 1024 * 1024) {
    this.#limit = limit
  }

  take(bytes: number): boolean {
    if (this.#used + bytes > this.#limit) return false
    this.#used += bytes
    return true
  }

  giveBack(bytes: number): void {
    this.#used -= bytes
  }
}
