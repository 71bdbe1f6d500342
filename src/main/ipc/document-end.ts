import type { WebContents } from 'electron'

/**
 * Calls `act` when the document that a window shows has gone; returns what stops that. The end of its port is no sign
 * of it: a page can hand its port to a document of another window, which lives on.
 */
export function onDocumentEnd(contents: WebContents, act: () => void): () => void {
  contents.on('did-navigate', act)
  contents.on('render-process-gone', act)
  contents.on('destroyed', act)
  return () => {
    contents.off('did-navigate', act)
    contents.off('render-process-gone', act)
    contents.off('destroyed', act)
  }
}
