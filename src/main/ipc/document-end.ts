import type { WebContents } from 'electron'

const ends = ['did-navigate', 'render-process-gone', 'destroyed'] as const

interface Watch {
  readonly acts: Set<() => void>
  readonly actAll: () => void
}

/** One for all documents of a window, which can have many frames: Node warns of an emitter with many listeners. */
const watches = new WeakMap<WebContents, Watch>()

function watch(contents: WebContents): Watch {
  const acts = new Set<() => void>()
  const actAll = (): void => {
    for (const act of acts) act()
  }
  for (const end of ends) contents.on(end as 'destroyed', actAll)
  return { acts, actAll }
}

/**
 * Calls `act` when the document that a window shows has gone; returns what stops that. The end of its ports is no sign
 * of it: a page can hand them to a document of another window, which lives on. It cannot hand on the one that the
 * preload keeps, but a renderer that was taken over can.
 */
export function onDocumentEnd(contents: WebContents, act: () => void): () => void {
  const found = watches.get(contents) ?? watch(contents)
  watches.set(contents, found)
  found.acts.add(act)
  return () => {
    if (!found.acts.delete(act) || found.acts.size > 0) return
    for (const end of ends) contents.off(end as 'destroyed', found.actAll)
    watches.delete(contents)
  }
}
