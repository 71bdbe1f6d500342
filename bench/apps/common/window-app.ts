import path from 'node:path'
import type { WebPreferences } from 'electron'
import { app, BrowserWindow } from 'electron'
import { answerParent } from '../../processes/answer.ts'
import { StallWatch } from '../../server/stall-watch.ts'
import { Profiler } from './profiler.ts'

async function openWindow(webPreferences: WebPreferences): Promise<BrowserWindow> {
  await app.whenReady()
  const window = new BrowserWindow({
    show: false,
    webPreferences: { contextIsolation: true, backgroundThrottling: false, ...webPreferences },
  })
  window.webContents.on('console-message', (_event, _level, message) => console.error(`page: ${message}`))
  await window.loadFile(path.join(app.getAppPath(), 'page.html'))
  return window
}

/** An app with one window, whose page has the measured server; the runner's calls come in over its channel. */
export function runWindowApp(webPreferences: WebPreferences): void {
  const opening = openWindow(webPreferences)
  const stalls = new StallWatch()
  let profiler: Profiler | undefined
  answerParent({
    open: async () => {
      profiler = new Profiler((await opening).webContents)
      return process.versions
    },
    page: async (call: string) => (await opening).webContents.executeJavaScript(call),
    watchStalls: () => stalls.start(),
    takeStall: () => stalls.stop(),
    startProfile: () => profiler?.start(),
    stopProfile: (prefix: string) => profiler?.stop(prefix),
  })
}
