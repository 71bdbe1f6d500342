import { app } from 'electron'
import { runChromeApp } from '../../../../dist/app.js'

/** As in Chrome, where the devtools keep an app: it does not end for want of windows, but when it is told to. */
if (!process.argv.includes('--let-go')) {
  const quit = app.quit.bind(app)
  let isEnding = false
  app.on('before-quit', () => {
    isEnding = true
  })
  app.quit = () => {
    if (isEnding) quit()
  }
}

void runChromeApp({ directory: process.argv.at(-1) ?? '' })
