import type { AppArguments } from '../../../renderer-types/contract/apps/index.ts'

type Level = AppArguments<'power', 'requestKeepAwake'>[0]

/** Electron's `powerSaveBlocker`. */
export interface Blocker {
  readonly start: (type: 'prevent-app-suspension' | 'prevent-display-sleep') => number
  readonly stop: (id: number) => void
}

const types = { display: 'prevent-display-sleep', system: 'prevent-app-suspension' } as const

/** What keeps the machine awake for an app: one request, of which the last counts. */
export class Awake {
  readonly #blocker: Blocker
  #id: number | undefined
  #level: Level | undefined

  constructor(blocker: Blocker) {
    this.#blocker = blocker
  }

  request(level: Level): void {
    if (level === this.#level) return
    this.release()
    this.#level = level
    this.#id = this.#blocker.start(types[level])
  }

  release(): void {
    if (this.#id !== undefined) this.#blocker.stop(this.#id)
    this.#id = undefined
    this.#level = undefined
  }
}
