import { webFrameMain } from 'electron'
import type { Event, IpcMainEvent, WebContents, WebFrameMain } from 'electron'
import { channels } from '../../renderer-types/wire.ts'
import { maxFrames } from '../ipc/registry.ts'
import { parseUrl } from '../parse-url.ts'

/** Resolves when the frame has done what it was doing; false where it went away meanwhile. */
function visit(frame: WebFrameMain): Promise<boolean> {
  return frame.executeJavaScript('true').then(
    () => true,
    () => false,
  )
}

/**
 * Whoever looks into the window of a frame before its page comes, be it page script or the developer tools, looks at a
 * blank document. The page then gets that same window, and Electron runs no preload script in it: `act` is called with
 * each such frame, once, until the returned function is called.
 */
export function followSilentFrames(
  contents: WebContents,
  isOwn: (url: URL) => boolean,
  act: (frame: WebFrameMain, url: URL) => void,
): () => void {
  const heard = new WeakSet<WebFrameMain>()
  let visits = 0

  async function check(frame: WebFrameMain, url: URL): Promise<void> {
    visits += 1
    const isThere = await visit(frame)
    visits -= 1
    if (!isThere || heard.has(frame)) return
    heard.add(frame)
    act(frame, url)
  }

  const onHello = ({ senderFrame }: IpcMainEvent): void => {
    // Null, or not there at all, when it has gone: what throws here answers nobody, and the page would hang.
    const frame: WebFrameMain | null | undefined = senderFrame
    if (frame != null) heard.add(frame)
  }
  const onNavigate = (
    _event: Event,
    address: string,
    _code: number,
    _status: string,
    isMainFrame: boolean,
    processId: number,
    routingId: number,
  ): void => {
    const url = isMainFrame || visits >= maxFrames ? undefined : parseUrl(address)
    if (url === undefined || !isOwn(url)) return
    const frame = webFrameMain.fromId(processId, routingId)
    if (frame !== undefined && !heard.has(frame)) void check(frame, url)
  }
  contents.ipc.on(channels.hello, onHello)
  contents.on('did-frame-navigate', onNavigate)
  return () => {
    contents.ipc.off(channels.hello, onHello)
    contents.off('did-frame-navigate', onNavigate)
  }
}
