import type { IpcMainEvent, Session } from 'electron'

/** Who sent a message, read at once: a frame that navigates away afterwards cannot be asked any more. */
export interface Sender {
  readonly session: Session
  /** One document of a window replaces the one before it. */
  readonly windowId: number
  readonly url: URL
}

function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}

/** The sender's identity if it is the main frame of a live window; everybody else has no business here. */
export function identifySender({ sender, senderFrame }: IpcMainEvent): Sender | undefined {
  if (senderFrame === null || sender.isDestroyed() || senderFrame !== sender.mainFrame) return undefined
  const url = parseUrl(senderFrame.url)
  return url === undefined ? undefined : { session: sender.session, windowId: sender.id, url }
}
