import { shell } from 'electron'

/**
 * The window shows this app and nothing else: links open in the browser.
 * @param {import('electron').BrowserWindow} window
 */
export function keepInside({ webContents }) {
  webContents.setWindowOpenHandler(({ url }) => {
    if (/^https?:/.test(url)) void shell.openExternal(url)
    return { action: 'deny' }
  })
  webContents.on('will-navigate', (event) => event.preventDefault())
  webContents.session.setPermissionRequestHandler((_contents, permission, answer) => {
    answer(permission === 'clipboard-sanitized-write')
  })
}
