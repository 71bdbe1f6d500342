import fs from 'node:fs'

interface ReadOptions {
  readonly start: number
  readonly end: number
  readonly highWaterMark: number
}

interface OpenFilesLimits {
  readonly open: number
  readonly waiting: number
}

/** The files that an app's pages load. One that a page begins to load and does not take stays open. */
export class OpenFiles {
  readonly #limits: OpenFilesLimits
  #open = 0
  readonly #waiting: (() => void)[] = []

  /** Of one app: beyond so many open ones the next ones wait, as long as they are not too many. */
  constructor(limits: OpenFilesLimits = { open: 256, waiting: 4096 }) {
    this.#limits = limits
  }

  /** Undefined where too many wait already. */
  async read(file: string, options: ReadOptions): Promise<fs.ReadStream | undefined> {
    if (this.#open < this.#limits.open) this.#open += 1
    else if (this.#waiting.length < this.#limits.waiting)
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    else return undefined
    return fs.createReadStream(file, options).once('close', () => this.#passOn())
  }

  /** The place of a file that was closed. */
  #passOn(): void {
    const next = this.#waiting.shift()
    if (next === undefined) this.#open -= 1
    else next()
  }
}
