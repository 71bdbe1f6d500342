import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Session } from 'electron'
import { app, BrowserWindow, session } from 'electron'
import { answerParent } from '../../processes/answer.ts'
import type { StartUp } from '../../subjects/subject.ts'

/** Before Electron 35. */
interface OldSession {
  setPreloads: (preloads: string[]) => void
}

const inApp = (file: string): string => path.join(app.getAppPath(), file)

function registerFirstPreload(owner: Session): void {
  const filePath = inApp('first-preload.cjs')
  if (typeof owner.registerPreloadScript === 'function')
    owner.registerPreloadScript({ type: 'frame', filePath })
  else (owner as OldSession).setPreloads([filePath])
}

/** Loads what the app is to have besides its window, if anything; returns how long that took. */
async function loadApp(): Promise<number> {
  const begun = performance.now()
  if (!process.argv.includes('--bare')) await import(pathToFileURL(inApp('app.js')).href)
  return performance.now() - begun
}

/** How long that takes which is loaded and then done when the app is ready, in milliseconds. */
async function timeMain(loading: Promise<number>): Promise<number> {
  let begun = 0
  let time = 0
  // What is put before this one is done before it.
  app.prependOnceListener('ready', () => {
    time = performance.now() - begun
  })
  const loaded = await loading
  app.prependOnceListener('ready', () => {
    registerFirstPreload(session.defaultSession)
    begun = performance.now()
  })
  await app.whenReady()
  return loaded + time
}

/** Opens a page, whose time is that from the first preload script to the last: what runs between them was added. */
async function openPage(timing: Promise<number>): Promise<StartUp> {
  const main = await timing
  const preload = inApp('last-preload.cjs')
  const window = new BrowserWindow({ show: false, webPreferences: { preload, backgroundThrottling: false } })
  await window.loadFile(inApp('page.html'))
  return { main, page: (await window.webContents.executeJavaScript('startUp')) as number }
}

const loading = loadApp()
const opening = openPage(timeMain(loading))
answerParent({ open: () => opening })
// The app is not ready before its main script has run to its end.
await loading
