import { fileURLToPath } from 'node:url'
import { app, BrowserWindow, nativeTheme } from 'electron'
import { installChromeSockets } from 'electron-chrome-sockets'
import { readCommandLine } from './main/command-line.js'
import { keepInside } from './main/keep-inside.js'
import { reportState } from './main/report.js'

/** @typedef {import('./main/command-line.js').Options} Options */

const command = readCommandLine(listArguments())

if ('answer' in command) {
  const { answer, code } = command
  const stream = code === 0 ? process.stdout : process.stderr
  stream.write(answer, () => app.exit(code))
} else {
  // Awaiting whenReady at the top level would wait for ever: Electron is ready only after this module has run.
  app
    .whenReady()
    .then(() => start(command.options), fail)
    .catch(fail)
}

/** Those of the app: what stands before its path is Electron's own. A packaged program has no path there. */
function listArguments() {
  const args = process.argv.slice(1)
  return process.defaultApp ? args.slice(args.findIndex((arg) => !arg.startsWith('-')) + 1) : args
}

/** @param {Options} options */
async function start(options) {
  const sockets = installChromeSockets({ manifest: findFile('manifest.json') })
  const window = openWindow(options)
  window.on('closed', () => app.quit())
  window.webContents.on('before-input-event', (_event, { key, type }) => {
    if (type === 'keyDown' && key === 'F12') sockets.openInspector()
  })
  keepInside(window)
  reportState(window, options)
  if (options.inspector) sockets.openInspector()
  if (options.stopAfter > 0) setTimeout(() => app.quit(), options.stopAfter * 1000)
  await window.loadFile(findFile('index.html'), { query: { port: options.port, address: options.address } })
}

/** @param {Options} options */
function openWindow({ headless }) {
  return new BrowserWindow({
    width: 1040,
    height: 720,
    minWidth: 380,
    minHeight: 480,
    title: 'Web Server',
    show: !headless,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#14161b' : '#ffffff',
    // A server must not slow down because nobody looks at its window.
    webPreferences: { sandbox: true, contextIsolation: true, backgroundThrottling: false },
  })
}

/** @param {string} name */
function findFile(name) {
  return fileURLToPath(new URL(name, import.meta.url))
}

/** @param {unknown} error */
function fail(error) {
  console.error(error)
  app.exit(1)
}
