import { fileURLToPath } from 'node:url'
import { app, BrowserWindow, nativeTheme } from 'electron'
import { installChromeSockets } from 'electron-chrome-sockets'
import { readCommandLine } from './main/command-line.js'
import { keepInside } from './main/keep-inside.js'
import { reportState } from './main/report.js'

const options = readCommandLine(process.argv.slice(1))

// Awaiting whenReady at the top level would wait for ever: Electron is ready only after this module has run.
app.whenReady().then(start).catch(fail)
app.on('window-all-closed', () => app.quit())

async function start() {
  installChromeSockets({ manifest: findFile('manifest.json') })
  const window = openWindow()
  keepInside(window)
  reportState(window, options)
  if (options.stopAfter > 0) setTimeout(() => app.quit(), options.stopAfter * 1000)
  await window.loadFile(findFile('index.html'), { query: { port: options.port, address: options.address } })
}

function openWindow() {
  return new BrowserWindow({
    width: 1040,
    height: 720,
    minWidth: 380,
    minHeight: 480,
    title: 'Web Server',
    show: !options.headless,
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
