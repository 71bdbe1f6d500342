import type { BrowserWindow, WebContents } from 'electron'

/** As in Chrome the page does not even see the key; an app may have the permission to keep it. */
export function leaveFullScreenByKey(window: BrowserWindow, contents: WebContents): void {
  contents.on('before-input-event', (event, { key, type }) => {
    if (key !== 'Escape' || type !== 'keyDown' || !window.isFullScreen()) return
    event.preventDefault()
    // Electron does nothing while it handles the key.
    setImmediate(() => {
      if (!window.isDestroyed()) window.setFullScreen(false)
    })
  })
}
