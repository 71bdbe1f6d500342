import type { WebContents } from 'electron'

/**
 * Calls `act` when the document that a window shows has gone; returns what stops that. The end of its ports is no sign
 * of it: a page can hand them to a document of another window, which lives on. It cannot hand on the one that the
 * preload keeps, but a renderer that was taken over can.
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
