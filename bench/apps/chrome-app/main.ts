import path from 'node:path'
import { app, BrowserWindow } from 'electron'
import { answerParent } from '../../processes/answer.ts'

/** Milliseconds since the system has started this process. */
const readAge = (): number => Date.now() - (process.getCreationTime() ?? Number.NaN)

/** How old this program is when the document of its window has been parsed. */
const opening = new Promise<number>((resolve) => {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('dom-ready', () => {
      if (contents.getURL().endsWith('/window.html')) resolve(readAge())
    })
  })
})

// It registers its scheme, which must be done before the app is ready.
const host = process.argv.includes('--bare') ? undefined : await import('electron-chrome-sockets/app')

/** The folder as a whole Chrome App, or its page alone in a window. */
async function start(): Promise<void> {
  if (host !== undefined) return void (await host.runChromeApp({ directory: app.getAppPath(), files: [] }))
  await app.whenReady()
  await new BrowserWindow().loadFile(path.join(app.getAppPath(), 'window.html'))
}

function findBackground(): BrowserWindow {
  const found = BrowserWindow.getAllWindows().find(({ webContents }) =>
    webContents.getURL().endsWith('/_generated_background_page.html'),
  )
  if (found === undefined) throw new Error('there is no background page')
  return found
}

answerParent({
  open: () => opening,
  page: (call: string) => findBackground().webContents.executeJavaScript(call),
})
void start()
