import type { WebContents } from 'electron'
import type { Logger } from '../types.ts'
import { Chatter } from './chatter.ts'
import { Pauses } from './pauses.ts'
import { isStoppedByWatch } from './stalls/follow-pages.ts'
import { warnOnce } from './warn-once.ts'

const tooLoud =
  'ended the process of a page that fills its console, or changes its title, icon, color or place, or asks for permissions, or reloads, without end'

/** Lines that one costs: Electron tells the page each time where its window is. */
const moveWeight = 4

/**
 * Those of a page that another one goes to, which is 2 ms of work, and of a frame, another place in the same page, or a page
 * that nobody in it has asked for. Whose page it is makes no difference.
 */
const loadWeight = 80
const frameLoadWeight = 8

/** Electron does not say which frame has spoken: each site's has a process of its own. */
function listProcesses(contents: WebContents): readonly number[] {
  const own = contents.getOSProcessId()
  try {
    return [own, ...contents.mainFrame.framesInSubtree.map(({ osProcessId }) => osProcessId)]
  } catch {
    // A guest that has gone has no frames: to ask for them throws.
    return [own]
  }
}

/** That of one app: `end` ends the process of a page, which is logged once. */
export function createChatter(logger: Logger, end: (contents: WebContents) => void): Chatter<WebContents> {
  const tell = warnOnce(logger, tooLoud)
  const pauses = new Pauses(isStoppedByWatch)
  const tellAndEnd = (contents: WebContents): void => {
    tell()
    end(contents)
  }
  return new Chatter(tellAndEnd, {
    get isEmpty() {
      return pauses.isEmpty
    },
    add: (contents) => {
      if (contents.isDestroyed() || pauses.has(contents.getOSProcessId())) return
      for (const pid of listProcesses(contents)) pauses.add(pid)
    },
  })
}

/**
 * Charges a page for all that it can have Electron tell of it without end, as fast as it computes: it counts as much
 * as `weight` says.
 */
export function hearChatter(contents: WebContents, chatter: Chatter<WebContents>, weight = 1): void {
  // As a list: a page may have more icons than a call has arguments.
  const charge = (texts: readonly string[], times = 1): void =>
    chatter.charge(
      contents,
      texts.reduce((sum, { length }) => sum + length, 0),
      weight * times,
    )
  contents.on('console-message', (_event, _level, message, _line, sourceId) => charge([message, sourceId]))
  contents.on('page-title-updated', (_event, title) => charge([title]))
  contents.on('page-favicon-updated', (_event, favicons) => charge(favicons))
  contents.on('did-change-theme-color', () => charge([]))
  contents.on('content-bounds-updated', () => charge([], moveWeight))
  contents.on('did-start-navigation', ({ initiator, isMainFrame, isSameDocument, url }) => {
    if (initiator == null) return
    charge([url])
    chatter.charge(contents, 0, isMainFrame && !isSameDocument ? loadWeight : frameLoadWeight)
  })
  contents.on('render-process-gone', () => chatter.forget(contents))
  contents.once('destroyed', () => chatter.forget(contents))
}
