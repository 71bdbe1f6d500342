import type { Logger } from '../types.ts'

/** What an app may do again and again is told the first time. */
export function warnOnce(logger: Logger, what: string): () => void {
  let isTold = false
  return () => {
    if (!isTold) logger.warn(`electron-chrome-sockets: ${what}; this is not reported again`)
    isTold = true
  }
}
