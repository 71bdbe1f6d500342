import type { WebContents } from 'electron'
import { cutText } from './cut-text.ts'

type Raise = (name: string, fields: object, mustHear?: boolean) => void

function relayLoading(contents: WebContents, raise: Raise): void {
  let oldUrl = ''
  contents.on('did-start-navigation', ({ isMainFrame, isSameDocument, url }) => {
    if (!isSameDocument) raise('loadstart', { url: cutText(url), isTopLevel: isMainFrame })
    if (isMainFrame) oldUrl = url
  })
  contents.on('did-redirect-navigation', ({ isMainFrame, url }) => {
    raise('loadredirect', { isTopLevel: isMainFrame, oldUrl: cutText(oldUrl), newUrl: cutText(url) })
    if (isMainFrame) oldUrl = url
  })
  const commit = (url: string, isTopLevel: boolean): void => {
    const history = contents.navigationHistory
    raise('loadcommit', {
      url: cutText(url),
      isTopLevel,
      currentEntryIndex: history.getActiveIndex(),
      entryCount: history.length(),
      processId: contents.getProcessId(),
    })
  }
  contents.on('did-frame-navigate', (_event, url, _code, _text, isMainFrame) => commit(url, isMainFrame))
  contents.on('did-navigate-in-page', (_event, url, isMainFrame) => commit(url, isMainFrame))
  contents.on('did-fail-load', (_event, code, text, url, isTopLevel) =>
    raise('loadabort', { url: cutText(url), isTopLevel, code, reason: text }),
  )
  contents.on('dom-ready', () => raise('contentload', {}))
  contents.on('did-stop-loading', () => raise('loadstop', {}))
}

/** What Chrome calls the end of a process. */
const reasons: Readonly<Record<string, string>> = {
  'abnormal-exit': 'abnormal',
  'clean-exit': 'normal',
  'integrity-failure': 'integrity failure',
  'launch-failed': 'failed to launch',
}

function relayLife(contents: WebContents, raise: Raise, isEnded: () => boolean): void {
  let processId = contents.getProcessId()
  contents.on('did-navigate', () => {
    processId = contents.getProcessId()
  })
  // Nothing else says so, and nothing follows that would say it again.
  contents.on('render-process-gone', (_event, { reason }) =>
    raise('exit', { processId, reason: isEnded() ? 'killed' : (reasons[reason] ?? reason) }, true),
  )
  contents.on('responsive', () => raise('responsive', { processId }))
  contents.on('unresponsive', () => raise('unresponsive', { processId }))
  contents.on('audio-state-changed', ({ audible }) => raise('audiostatechanged', { audible }))
}

/** Where Electron's own scripts say what it thinks of a page. */
const ownSource = 'node:electron/'

/** Tells what happens to a guest in Chrome's words; `isEnded` says whether its process goes because the app has ended it. */
export function relayEvents(contents: WebContents, raise: Raise, isEnded: () => boolean): void {
  relayLoading(contents, raise)
  relayLife(contents, raise, isEnded)
  contents.on('console-message', (_event, level, message, line, sourceId) => {
    if (sourceId.startsWith(ownSource)) return
    // Chrome's levels begin one lower.
    raise('consolemessage', {
      level: level - 1,
      message: cutText(message),
      line,
      sourceId: cutText(sourceId),
    })
  })
}
