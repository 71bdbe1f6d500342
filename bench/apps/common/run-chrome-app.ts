import type { WebContents } from 'electron'
import { app } from 'electron'
import { runChromeApp } from 'electron-chrome-sockets/app'
import { answerParent } from '../../processes/answer.ts'

/** Runs this program's own folder as a Chrome App that is launched with files; its background page is asked. */
export function runOwnFolder(files: readonly string[]): void {
  const background = new Promise<WebContents>((resolve) => {
    app.on('web-contents-created', (_event, contents) => {
      contents.once('did-finish-load', () => {
        if (contents.getURL().endsWith('/_generated_background_page.html')) resolve(contents)
      })
    })
  })
  answerParent({
    open: async () => {
      await background
      return process.versions
    },
    page: async (call: string) => (await background).executeJavaScript(call) as unknown,
  })
  void runChromeApp({ directory: app.getAppPath(), files: [...files], keepRunning: true })
}
