import { BrowserWindow } from 'electron'
import type { WebPreferences } from 'electron'
import type { AppWindows } from './app-windows.ts'

export interface BackgroundEvents {
  readonly onLoad: () => void
  /** Its process, which is that of all windows, has gone. */
  readonly onCrash: (reason: string) => void
}

/** Opens the page that all windows of the app are children of: only so they are in one process, and see each other. */
export function openBackgroundPage(
  url: string,
  webPreferences: WebPreferences,
  windows: AppWindows,
  { onCrash, onLoad }: BackgroundEvents,
): BrowserWindow {
  const background = new BrowserWindow({ show: false, webPreferences })
  const { webContents } = background
  webContents.setWindowOpenHandler(({ frameName, url: asked }) => windows.approve(frameName, asked))
  webContents.on('did-create-window', (window, { frameName }) => windows.adopt(frameName, window))
  webContents.once('did-finish-load', () => onLoad())
  // Electron still works on what has gone when it says so.
  webContents.once('render-process-gone', (_event, { reason }) => setImmediate(() => onCrash(reason)))
  void background.loadURL(url)
  return background
}
