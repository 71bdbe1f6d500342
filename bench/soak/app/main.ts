import fs from 'node:fs'
import path from 'node:path'
import type { WebContents } from 'electron'
import { app } from 'electron'
import { runChromeApp } from 'electron-chrome-sockets/app'
import { answerParent } from '../../processes/answer.ts'
import { servedLength } from './served-length.ts'

const served = path.join(app.getPath('userData'), 'served.bin')
fs.writeFileSync(served, Buffer.alloc(servedLength, 'served '))

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
void runChromeApp({ directory: app.getAppPath(), files: [served], keepRunning: true })
