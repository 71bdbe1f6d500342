/** Milliseconds. */
const times = {
  /** That it may compute at a time, where something has come of it and else; twice as long after each time that nothing came of it, but no longer than half of what was too much. */
  suspect: 2,
  first: 4,
  most: 32,
  /** Before it has computed for `needed`: what it says may be sent later. */
  mostFirst: 16,
  /** Many at once have all processors at once. */
  mostTogether: 8,
  /** That it is to compute without much coming of it; twice as long after each time that much did. */
  needed: 50,
  mostNeeded: 2000,
  /** The main process was busy for longer: something may have come of it. */
  late: 25,
  /** No program of sense keeps its own main process for longer than that, again and again. */
  longest: 150,
  /** That is remembered so long after the end of the trial. */
  record: 10_000,
}

/** Much is as many times as long as it has computed: who costs less lets the main process keep up, and may have no part in it. */
const much = 2

/** A process on trial computes for moments only, until it has computed for long enough and the main process was at rest for most of that. */
export class Trial {
  #time: number = times.first
  #most: number
  #ran = 0
  #cost = 0
  #needed = times.needed
  #notBefore = 0
  #ended: number | undefined

  /** Of so many at once. */
  constructor(count = 1) {
    this.#most = count > 1 ? times.mostTogether : times.most
  }

  /** Milliseconds that it may compute next. */
  get time(): number {
    return this.#time
  }

  /** Nothing else has come of it for long. */
  get isHopeless(): boolean {
    return this.#needed >= times.mostNeeded
  }

  /** Something has come of it. */
  get isSuspect(): boolean {
    return this.#needed > times.needed
  }

  /** It was found to do nothing. */
  get isInnocent(): boolean {
    return this.#ended !== undefined && !this.isSuspect
  }

  isDue(now: number): boolean {
    return now >= this.#notBefore
  }

  isForgotten(now: number): boolean {
    return this.#ended !== undefined && now - this.#ended > times.record
  }

  /** It has computed for its time, and the main process was busy for `late` then; returns whether the trial has ended. */
  hear(now: number, late: number): boolean {
    this.#ran += this.#time
    this.#cost += late
    const most = this.#ran < times.needed ? times.mostFirst : times.most
    if (late <= times.late) this.#time = Math.min(this.#time * 2, this.#most, most)
    else if (this.#cost > this.#ran * much) this.#blame(now, late)
    if (this.#ran < this.#needed) return false
    this.end(now)
    return true
  }

  end(now: number): void {
    this.#begin()
    this.#ended = now
  }

  /** Once more, of one that is known and has computed while the main process was busy for `late`. */
  reopen(late: number): void {
    if (late > times.longest) this.#distrust()
    this.#begin()
    this.#ended = undefined
  }

  #begin(): void {
    this.#time = this.isSuspect ? times.suspect : times.first
    this.#ran = 0
    this.#cost = 0
  }

  /** All others have as long before it computes again. */
  #blame(now: number, late: number): void {
    this.#most = Math.max(this.#time / 2, times.suspect)
    this.#distrust()
    this.#begin()
    this.#notBefore = now + late
  }

  #distrust(): void {
    this.#needed = Math.min(this.#needed * 2, times.mostNeeded)
  }
}
