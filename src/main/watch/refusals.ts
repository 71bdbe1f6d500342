import type { Logger, Refusal } from '../types.ts'
import type { Watch } from './watch.ts'

/** Who is told: an app, and who watches it. */
export interface Concerned {
  readonly logger: Logger
  readonly watch: Watch
}

export interface Refused {
  readonly refusal: Exclude<Refusal, { reason: 'connection' }>
  /** What is logged once: a kind of fault of one window, or the address of a page that is nobody's. */
  readonly once: string
  /** What is logged. */
  readonly message: string
  readonly level: 'warn' | 'error'
}

/** Different things that are logged: more than an honest app meets. A hostile page could think of any number. */
const maxLogged = 1000
/** Characters of one line. */
const maxLength = 1000

/** The one place that tells what was turned away: `refused` each time, the log once. */
export class Refusals {
  readonly #logged = new WeakMap<Logger, Set<string>>()

  tell(concerned: readonly Concerned[], { level, message, once, refusal }: Refused): void {
    for (const { watch } of concerned) watch.refused(refusal)
    for (const logger of new Set(concerned.map((each) => each.logger)))
      if (this.#isNew(logger, once)) logger[level](`electron-chrome-sockets: ${message.slice(0, maxLength)}`)
  }

  /** What a page says that no honest page can say. */
  tellOfPage(app: Concerned, windowId: number, message: string): void {
    // The kind is what comes before a colon.
    const [kind = message] = message.split(':', 1)
    this.tell([app], {
      refusal: { reason: 'message', message },
      once: `${windowId} ${kind}`,
      message: `${message} (window ${windowId}; more of this kind is not reported)`,
      level: 'warn',
    })
  }

  #isNew(logger: Logger, once: string): boolean {
    const logged = this.#logged.get(logger) ?? new Set()
    if (logged.has(once) || logged.size >= maxLogged) return false
    this.#logged.set(logger, logged.add(once))
    return true
  }
}
