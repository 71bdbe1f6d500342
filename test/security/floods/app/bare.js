// @ts-check
import { app, BrowserWindow } from 'electron'

/** A window as any Electron program has. @param {string} url */
export const openPage = async (url) => {
  await app.whenReady()
  const window = new BrowserWindow()
  await window.loadURL(url)
  window.focus()
  return window.webContents
}
