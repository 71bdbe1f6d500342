import type { Logger } from '../../types.ts'

/** Tells of what goes wrong with us. */
export type Report = (error: unknown) => void

const failed =
  'electron-chrome-sockets: a request of a <webview> could not be dealt with, and is refused; this is not reported again'

/** Once: a page may have it happen again and again. */
export function createReport(logger: Logger): Report {
  let isKnown = false
  return (error) => {
    if (isKnown) return
    isKnown = true
    logger.error(failed, error)
  }
}
