/** Who watches processes, by the system's numbers, until they have gone. */
export interface Watch {
  readonly add: (pid: number) => void
  readonly hasStopped: (pid: number) => boolean
}

/** A watch that begins later: to begin costs what an app's first window would wait for. */
export class LateWatch implements Watch {
  readonly #create: () => Watch
  readonly #waiting = new Set<number>()
  #watch: Watch | undefined

  constructor(create: () => Watch) {
    this.#create = create
  }

  begin(): void {
    if (this.#watch !== undefined) return
    this.#watch = this.#create()
    for (const pid of this.#waiting) this.#watch.add(pid)
    this.#waiting.clear()
  }

  add(pid: number): void {
    if (this.#watch === undefined) this.#waiting.add(pid)
    else this.#watch.add(pid)
  }

  hasStopped(pid: number): boolean {
    return this.#watch?.hasStopped(pid) === true
  }
}
