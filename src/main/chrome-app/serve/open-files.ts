import fs from 'node:fs'
import type { PlaceLimits } from './places.ts'
import { Places } from './places.ts'

interface ReadOptions {
  readonly start: number
  readonly end: number
  readonly highWaterMark: number
}

/** The files that an app's pages load. One that a page begins to load and does not take stays open. */
export class OpenFiles {
  readonly #places: Places

  /** Of one app. */
  constructor(limits: PlaceLimits = { taken: 256, waiting: 4096 }) {
    this.#places = new Places(limits)
  }

  /** Undefined where too many wait already. */
  async read(file: string, options: ReadOptions): Promise<fs.ReadStream | undefined> {
    if (!(await this.#places.take())) return undefined
    const stream = fs.createReadStream(file, options).once('close', () => this.#places.giveBack())
    // Who asked may have gone before it listens: an error that nobody hears would end the program.
    return stream.on('error', () => {})
  }
}
