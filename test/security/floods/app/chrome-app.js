// @ts-check
import { app, BrowserWindow, protocol, webContents } from 'electron'
import { chromeAppScheme, runChromeApp } from 'electron-chrome-sockets/app'

protocol.registerSchemesAsPrivileged([chromeAppScheme])

const pause = (/** @type {number} */ milliseconds) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

/** @param {() => Electron.WebContents | undefined} find */
const untilLoaded = async (find) => {
  for (;;) {
    const found = find()
    if (found?.isLoading() === false) return found
    await pause(20)
  }
}

/** The page of the Chrome App of this folder. @param {(line: string) => void} log */
export const openPage = async (log) => {
  await app.whenReady()
  await runChromeApp({ directory: import.meta.dirname, keepRunning: true, logger: { warn: log, error: log } })
  const page = await untilLoaded(() =>
    BrowserWindow.getAllWindows()
      .map((window) => window.webContents)
      .find((contents) => contents.getURL().endsWith('/page.html')),
  )
  BrowserWindow.fromWebContents(page)?.focus()
  return page
}

/** Has a page show another one. @param {Electron.WebContents} page @param {string} url */
export const openGuest = async (page, url) => {
  const show = `new Promise((resolve) => {
    const view = document.createElement('webview')
    view.addEventListener('loadstop', () => resolve(view.focus()))
    view.setAttribute('partition', 'guest')
    view.setAttribute('src', ${JSON.stringify(url)})
    document.body.append(view)
  })`
  await page.executeJavaScript(show)
  return untilLoaded(() => webContents.getAllWebContents().find((one) => one.getType() === 'webview'))
}
