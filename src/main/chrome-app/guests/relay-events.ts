import type { WebContents } from 'electron'

/** Characters of a text that a page is told. */
const maxText = 8192

const cut = (text: string): string => text.slice(0, maxText)

type Raise = (name: string, fields: object) => void

function relayLoading(contents: WebContents, raise: Raise): void {
  contents.on('did-start-navigation', ({ isMainFrame, isSameDocument, url }) => {
    if (!isSameDocument) raise('loadstart', { url: cut(url), isTopLevel: isMainFrame })
  })
  let oldUrl = ''
  contents.on('did-start-navigation', ({ isMainFrame, url }) => {
    if (isMainFrame) oldUrl = url
  })
  contents.on('did-redirect-navigation', ({ isMainFrame, url }) => {
    raise('loadredirect', { isTopLevel: isMainFrame, oldUrl: cut(oldUrl), newUrl: cut(url) })
    if (isMainFrame) oldUrl = url
  })
  const commit = (url: string, isTopLevel: boolean): void => {
    const history = contents.navigationHistory
    raise('loadcommit', {
      url: cut(url),
      isTopLevel,
      currentEntryIndex: history.getActiveIndex(),
      entryCount: history.length(),
      processId: contents.getOSProcessId(),
    })
  }
  contents.on('did-frame-navigate', (_event, url, _code, _text, isMainFrame) => commit(url, isMainFrame))
  contents.on('did-navigate-in-page', (_event, url, isMainFrame) => commit(url, isMainFrame))
  contents.on('did-fail-load', (_event, code, text, url, isTopLevel) =>
    raise('loadabort', { url: cut(url), isTopLevel, code, reason: text }),
  )
  contents.on('dom-ready', () => raise('contentload', {}))
  contents.on('did-stop-loading', () => raise('loadstop', {}))
}

/** Tells what happens to a guest in Chrome's words. */
export function relayEvents(contents: WebContents, raise: Raise): void {
  relayLoading(contents, raise)
  contents.on('console-message', (_event, level, message, line, sourceId) =>
    // Chrome's levels begin one lower.
    raise('consolemessage', { level: level - 1, message: cut(message), line, sourceId: cut(sourceId) }),
  )
}
