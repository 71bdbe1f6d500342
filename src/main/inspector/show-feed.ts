import { app } from 'electron'
import type { BrowserWindow } from 'electron'
import type { Logger } from '../types.ts'
import { createDocumentUrl } from './document.ts'
import type { Watched } from './feed.ts'
import { Feed } from './feed.ts'

/** Milliseconds from one snapshot to the next. */
const pause = 500

/** The most of the main process's time that snapshots take is one part of so many. */
const leisure = 20

export interface InspectorSubject extends Watched {
  readonly app: { readonly id: string }
  readonly logger: Logger
}

/** Shows in the window what is gathered of an app, until it is closed. */
export async function showFeed(window: BrowserWindow, subject: InspectorSubject): Promise<void> {
  if (window.isDestroyed()) return
  const feed = new Feed(subject)
  feed.start()
  window.once('closed', () => feed.stop())
  const { id } = subject.app
  await window.loadURL(createDocumentUrl())
  while (!window.isDestroyed()) {
    const begin = performance.now()
    const snapshot = JSON.stringify(feed.take({ name: app.getName(), id }, begin))
    const taken = performance.now() - begin
    // A text within a text: whatever a peer or a page calls itself, it is no script.
    await window.webContents.executeJavaScript(`inspector.show(${JSON.stringify(snapshot)})`)
    await new Promise((resolve) => setTimeout(resolve, Math.max(pause, taken * leisure)))
  }
}
