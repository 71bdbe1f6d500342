import { webFrameMain } from 'electron'
import type { WebContents, WebFrameMain } from 'electron'
import { channels } from '../../../renderer-types/wire.ts'
import { maxFrames } from '../../ipc/registry.ts'

/** Resolves when the frame has done what it was doing; false where it went away meanwhile. */
function visit(frame: WebFrameMain): Promise<boolean> {
  return frame.executeJavaScript('true').then(
    () => true,
    () => false,
  )
}

/**
 * Whoever looks into the window of a frame before its page comes, be it page script or the developer tools, looks at a
 * blank document. The page then gets that same window, and Electron runs no preload script in it: such a page is loaded
 * again, into a window of its own.
 */
export function reloadFramesWithoutPreload(contents: WebContents, isOwn: (url: string) => boolean): void {
  const heard = new WeakSet<WebFrameMain>()
  let visits = 0

  async function check(frame: WebFrameMain): Promise<void> {
    visits += 1
    const isThere = await visit(frame)
    visits -= 1
    if (!isThere || heard.has(frame)) return
    heard.add(frame)
    frame.reload()
  }

  contents.ipc.on(channels.hello, ({ senderFrame }) => {
    // Null when it has gone, in newer versions of Electron.
    const frame: WebFrameMain | null = senderFrame
    if (frame !== null) heard.add(frame)
  })
  contents.on('did-frame-navigate', (_event, url, _code, _status, isMainFrame, processId, routingId) => {
    if (isMainFrame || visits >= maxFrames || !isOwn(url)) return
    const frame = webFrameMain.fromId(processId, routingId)
    if (frame !== undefined && !heard.has(frame)) void check(frame)
  })
}
