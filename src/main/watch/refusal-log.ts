import type { Page } from '../page/page.ts'
import type { Logger } from '../types.ts'

/** More origins than an honest app meets; a hostile page could visit any number. */
const maxMessages = 1000

/** Reports refusals, each once to each logger: a page that is refused all the time does not fill the log. */
export class RefusalLog {
  readonly #told = new WeakMap<Logger, Set<string>>()
  readonly #pages = new WeakSet<Page>()

  warn(loggers: Iterable<Logger>, message: string): void {
    for (const logger of loggers) {
      const told = this.#told.get(logger) ?? new Set()
      if (told.has(message) || told.size >= maxMessages) continue
      this.#told.set(logger, told.add(message))
      logger.warn(`electron-chrome-sockets: ${message}`)
    }
  }

  /** What a page sends that no honest page can send. */
  warnOfPage(page: Page, logger: Logger, message: string): void {
    if (this.#pages.has(page)) return
    this.#pages.add(page)
    logger.warn(`electron-chrome-sockets: ${message}; what else it does wrong is not reported`)
  }
}
