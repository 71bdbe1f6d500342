import { app } from 'electron'
import { runChromeApp } from '../../../../dist/app.js'

/** As in Chrome, where the devtools keep an app: it does not end for want of windows, but when it is told to. */
const quit = app.quit.bind(app)
let isEnding = false
app.on('before-quit', () => {
  isEnding = true
})
process.on('SIGTERM', () => {
  isEnding = true
})
app.quit = () => {
  if (isEnding || !app.hasSingleInstanceLock()) quit()
}

// Electron takes a language that it has no texts of its own for as English, and it may come with none but these.
const { CHROME_APP_SCHEME, LANGUAGE } = process.env
if (LANGUAGE) app.getLocale = () => LANGUAGE.replace('_', '-')

const [directory = '', ...files] = process.argv.slice(process.argv.indexOf(import.meta.filename) + 1)
void runChromeApp({
  directory,
  files,
  scheme: CHROME_APP_SCHEME === 'chrome-extension' ? CHROME_APP_SCHEME : 'chrome-app',
})
