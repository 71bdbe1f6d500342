import { webFrameMain } from 'electron'
import type { WebContents } from 'electron'
import type { Logger } from '../../types.ts'
import { MainWatch } from './main-watch.ts'
import { PageProcesses } from './page-processes.ts'

const tooBusy =
  'electron-chrome-sockets: a page keeps the main process busy without end (by workers, locks or the like): it may compute for moments only until it stops; this is not reported again'

function createProcesses(logger: Logger): PageProcesses<WebContents> {
  const fail = ({ message }: Error): void =>
    logger.error(
      `electron-chrome-sockets: nobody watches for pages that keep the main process busy: ${message}`,
    )
  return new PageProcesses(new MainWatch(() => logger.warn(tooBusy), fail))
}

/** One for the program: all apps have the same main process. */
let processes: PageProcesses<WebContents> | undefined

/** From now on the processes of its documents are watched, where one can tell who computes: on Linux. */
export function followPage(contents: WebContents, logger: Logger): void {
  if (process.platform !== 'linux') return
  const followed = (processes ??= createProcesses(logger))
  followed.add(contents, contents.getOSProcessId())
  contents.on('did-frame-navigate', (_event, _url, _code, _text, isMainFrame, processId, routingId) => {
    if (isMainFrame) followed.forget(contents)
    followed.add(
      contents,
      webFrameMain.fromId(processId, routingId)?.osProcessId ?? contents.getOSProcessId(),
    )
  })
  contents.once('destroyed', () => followed.forget(contents))
}
