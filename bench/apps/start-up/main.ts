import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Session } from 'electron'
import { app, BrowserWindow, session } from 'electron'
import { answerParent } from '../../processes/answer.ts'
import type { StartUp } from '../../subjects/subject.ts'

/** Before Electron 35. */
interface OldSession {
  getPreloads: () => string[]
  setPreloads: (preloads: string[]) => void
}

const inApp = (file: string): string => path.join(app.getAppPath(), file)

/** To set some takes away what others have registered. */
function addFirst(owner: OldSession, filePath: string): void {
  owner.setPreloads([filePath, ...owner.getPreloads()])
}

function registerFirstPreload(owner: Session): void {
  const filePath = inApp('preload.cjs')
  if (typeof owner.registerPreloadScript === 'function')
    owner.registerPreloadScript({ type: 'frame', filePath })
  else addFirst(owner, filePath)
}

/** Loads what the app is to have besides its window, if anything; returns how long that took. */
async function loadApp(): Promise<number> {
  const begun = performance.now()
  if (!process.argv.includes('--bare')) await import(pathToFileURL(inApp('app.js')).href)
  return performance.now() - begun
}

/** Opens a page as soon as that can be; its time is that of its script, from the first preload script on. */
async function openPage(loading: Promise<number>): Promise<StartUp> {
  let ready = 0
  // Before any other listener: what comes between this one and the window was added.
  app.once('ready', () => {
    registerFirstPreload(session.defaultSession)
    ready = performance.now()
  })
  const loaded = await loading
  await app.whenReady()
  const main = loaded + performance.now() - ready
  const window = new BrowserWindow({ show: false, webPreferences: { backgroundThrottling: false } })
  await window.loadFile(inApp('page.html'))
  return { main, page: (await window.webContents.executeJavaScript('startUp')) as number }
}

const loading = loadApp()
const opening = openPage(loading)
answerParent({ open: () => opening })
// The app is not ready before its main script has run to its end.
await loading
