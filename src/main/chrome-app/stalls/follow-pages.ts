import { webFrameMain } from 'electron'
import type { WebContents } from 'electron'
import type { Logger } from '../../types.ts'
import { LateWatch } from './late-watch.ts'
import { MainWatch } from './main-watch.ts'
import { PageProcesses } from './page-processes.ts'

const tooBusy =
  'electron-chrome-sockets: a page keeps the main process busy without end (by workers, locks or the like): it may compute for moments only until it stops; this is not reported again'

/** Milliseconds: by then the windows are there that an app opens first. */
const start = 2000

interface Watched {
  readonly watch: LateWatch
  readonly processes: PageProcesses<WebContents>
}

function createWatched(logger: Logger): Watched {
  const fail = ({ message }: Error): void =>
    logger.error(
      `electron-chrome-sockets: nobody watches for pages that keep the main process busy: ${message}`,
    )
  const watch = new LateWatch(() => new MainWatch(() => logger.warn(tooBusy), fail))
  setTimeout(() => watch.begin(), start).unref()
  return { watch, processes: new PageProcesses(watch) }
}

/** One for the program: all apps have the same main process. */
let watched: Watched | undefined

/** From now on the processes of its documents are watched, where one can tell who computes: on Linux. */
export function followPage(contents: WebContents, logger: Logger): void {
  if (process.platform !== 'linux') return
  const { processes } = (watched ??= createWatched(logger))
  processes.add(contents, contents.getOSProcessId())
  contents.on('did-frame-navigate', (_event, _url, _code, _text, isMainFrame, processId, routingId) => {
    if (isMainFrame) processes.forget(contents)
    processes.add(
      contents,
      webFrameMain.fromId(processId, routingId)?.osProcessId ?? contents.getOSProcessId(),
    )
  })
  contents.once('destroyed', () => processes.forget(contents))
}

/** The same of a page that is anybody's, by which the watch begins at once. */
export function followGuest(contents: WebContents, logger: Logger): void {
  followPage(contents, logger)
  watched?.watch.begin()
}
