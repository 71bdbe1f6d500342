import type { KnownProcess } from './thread-messages.ts'

/** Who watches processes, by the system's numbers, until they have gone. */
export interface Watch {
  readonly add: (known: KnownProcess) => void
  readonly hasStopped: (pid: number) => boolean
}

/** A watch that begins later: to begin costs what an app's first window would wait for. */
export class LateWatch implements Watch {
  readonly #create: () => Watch
  readonly #waiting: KnownProcess[] = []
  #watch: Watch | undefined

  constructor(create: () => Watch) {
    this.#create = create
  }

  begin(): void {
    if (this.#watch !== undefined) return
    this.#watch = this.#create()
    for (const known of this.#waiting.splice(0)) this.#watch.add(known)
  }

  add(known: KnownProcess): void {
    if (this.#watch === undefined) this.#waiting.push(known)
    else this.#watch.add(known)
  }

  hasStopped(pid: number): boolean {
    return this.#watch?.hasStopped(pid) === true
  }
}
