import { reportUnchecked } from '../../../main-world/last-error.ts'
import type { PageHandlers } from '../context.ts'

type Updates = 'requestUpdateCheck' | 'restart' | 'restartAfterDelay' | 'setUninstallURL'

/** The part of `chrome.runtime` by which apps are updated and removed: here that is up to the program. */
export const updates: Pick<PageHandlers<'runtime'>, Updates> = {
  requestUpdateCheck({ hub }, reply) {
    const found = { status: hub.noteUpdateCheck() ? 'no_update' : 'throttled', version: '' }
    if (reply.isPromise) reply.succeed(found)
    else reply.succeedWith(found.status, { version: found.version })
  },
  restart: () => reportUnchecked('Function available only for ChromeOS kiosk mode.'),
  restartAfterDelay: (_context, reply) => reply.fail('API available only for ChromeOS kiosk mode.'),
  /** Nobody sees to it: an app is not removed without its program. */
  setUninstallURL(_context, reply, url) {
    // White space counts as little as in Chrome's addresses.
    if (url === '' || /^[\0- ]*https?:/i.test(url.replaceAll(/[\t\n\r]/g, ''))) reply.succeed(undefined)
    else reply.fail(`Invalid URL: "${url}".`)
  },
}
