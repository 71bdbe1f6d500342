import { webFrameMain } from 'electron'
import type { WebContents } from 'electron'
import type { Logger } from '../../types.ts'
import { canBeStopped } from '../signal-process.ts'
import { warnOnce } from '../warn-once.ts'
import { LateWatch } from './late-watch.ts'
import { MainWatch } from './main-watch.ts'

const texts = {
  tooBusy:
    'a page keeps the main process busy without end (by workers, locks or the like): it may compute for moments only until it stops',
  tooFull:
    'the process of a guest was ended, for the main process kept more and more of what it began (workers, channels or the like)',
  failed: 'nobody watches for pages that keep the main process busy',
}

/** Milliseconds: by then the windows are there that an app opens first. */
const start = 2000

function createWatch(logger: Logger): LateWatch {
  const created = new LateWatch(
    () =>
      new MainWatch({
        tooBusy: warnOnce(logger, texts.tooBusy),
        tooFull: warnOnce(logger, texts.tooFull),
        failed: ({ message }) => logger.error(`electron-chrome-sockets: ${texts.failed}: ${message}`),
      }),
  )
  setTimeout(() => created.begin(), start).unref()
  return created
}

/** One for the program: all apps have the same main process. */
let watch: LateWatch | undefined

function follow(contents: WebContents, logger: Logger, isGuest: boolean): void {
  if (process.platform !== 'linux') return
  const known = (watch ??= createWatch(logger))
  const add = (pid: number): void => {
    if (canBeStopped(pid)) known.add({ pid, isGuest })
  }
  add(contents.getOSProcessId())
  contents.on('did-frame-navigate', (_event, _url, _code, _text, _isMainFrame, processId, routingId) =>
    add(webFrameMain.fromId(processId, routingId)?.osProcessId ?? contents.getOSProcessId()),
  )
}

/** From now on the processes of its documents are watched, where one can tell who computes: on Linux. */
export const followPage = (contents: WebContents, logger: Logger): void => follow(contents, logger, false)

/** The same of a page that is anybody's, by which the watch begins at once. */
export function followGuest(contents: WebContents, logger: Logger): void {
  follow(contents, logger, true)
  watch?.begin()
}

/** Whether it has computed while the main process did not answer, and is let go on by the watch alone. */
export const isStoppedByWatch = (pid: number): boolean => watch?.hasStopped(pid) === true
