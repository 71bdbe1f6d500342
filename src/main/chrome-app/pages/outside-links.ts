import { readAddress } from '../read-address.ts'

/** Addresses that go to other programs of the user: what an app's page may have one open. */
const protocols: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:'])

/** Characters of an address that another program is started with. */
const maxLength = 8192

/** Links that may be opened at once, and the milliseconds after which there may be one more. Chrome has no limit. */
const burst = 10
const interval = 500

/** Opens links of pages in the user's own programs, and no more of them than a user bears. */
export class OutsideLinks {
  readonly #open: (url: string) => void
  readonly #now: () => number
  #left = burst
  #filledAt: number

  constructor(open: (url: string) => void, now: () => number = () => performance.now()) {
    this.#open = open
    this.#now = now
    this.#filledAt = now()
  }

  /** False for an address that is none of those, and while there are too many. */
  open(address: string): boolean {
    const url = readAddress(address)
    if (url === undefined || !protocols.has(url.protocol) || url.href.length > maxLength) return false
    this.#fill()
    if (this.#left === 0) return false
    this.#left -= 1
    this.#open(url.href)
    return true
  }

  #fill(): void {
    const more = Math.floor((this.#now() - this.#filledAt) / interval)
    this.#left = Math.min(burst, this.#left + more)
    this.#filledAt += more * interval
  }
}
