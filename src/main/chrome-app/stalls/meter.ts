/** Tells the part of the time that went into something, by what has gone into it since the begin. */
export class Meter {
  readonly #now: () => number
  readonly #readSum: () => number
  #time: number
  #sum: number

  constructor(now: () => number, readSum: () => number) {
    this.#now = now
    this.#readSum = readSum
    this.#time = now()
    this.#sum = readSum()
  }

  /** Since it was read last. */
  read(): number {
    const [time, sum] = [this.#now(), this.#readSum()]
    const part = (sum - this.#sum) / (time - this.#time)
    this.#time = time
    this.#sum = sum
    return part
  }
}
