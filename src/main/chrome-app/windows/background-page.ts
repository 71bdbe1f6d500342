import { BrowserWindow } from 'electron'
import type { WebPreferences } from 'electron'
import type { AppWindows } from './app-windows.ts'

/** Opens the page that all windows of the app are children of: only so they are in one process, and see each other. */
export function openBackgroundPage(
  url: string,
  webPreferences: WebPreferences,
  windows: AppWindows,
  onLoad: () => void,
): BrowserWindow {
  const background = new BrowserWindow({ show: false, webPreferences })
  const { webContents } = background
  webContents.setWindowOpenHandler(({ frameName, url: asked }) => windows.approve(frameName, asked))
  webContents.on('did-create-window', (window, { frameName }) => windows.adopt(frameName, window))
  webContents.once('did-finish-load', () => onLoad())
  void background.loadURL(url)
  return background
}
