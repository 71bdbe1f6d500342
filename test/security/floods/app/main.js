// @ts-check
// One page of an Electron does one thing without a pause. What is done comes over the channel to the parent process.
import { app, BrowserWindow, dialog } from 'electron'
import { answerParent } from '../../siege/app/answer-parent.js'
import { Log, takeFaults, Watch } from '../../siege/app/record.js'

/** @typedef {import('../flood.ts').Column} Column */
/** @typedef {import('../flood.ts').Flood['other']} Other */

const column = /** @type {Column} */ (process.env.FLOODS_COLUMN)
// A bare Electron knows nothing of this package: to load it sets switches.
const chromeApp = column === 'bare' ? undefined : await import('./chrome-app.js')

for (const name of ['showMessageBox', 'showOpenDialog', 'showSaveDialog'])
  Reflect.set(dialog, name, async () => ({ canceled: true, filePath: '', filePaths: [], response: 0 }))

const watch = new Watch()
const log = new Log()
let before = 0
/** How processes of pages ended. @type {string[]} */
const ended = []
/** What the page says of its flood. */
let outcome = ''
/** When anything was heard of it last, in milliseconds from the begin. */
let heard = 0

/** The process of the frame that floods: Electron tells nothing of the end of one that is not a page's. */
let pid = 0

const noteEnd = (/** @type {string} */ reason) => {
  ended.push(reason)
  heard = watch.elapsed
}

const isThere = (/** @type {number} */ id) => {
  try {
    return process.kill(id, 0)
  } catch {
    return false
  }
}

app.on('window-all-closed', () => {})
app.on('web-contents-created', (_event, contents) => {
  contents.on('render-process-gone', (_gone, { reason }) => noteEnd(reason))
})

/** The page that floods. @type {Electron.WebContents | undefined} */
let page
/** The window's page, which shows the guest. @type {Electron.WebContents | undefined} */
let host

/** @param {Electron.WebContents} contents @param {string} url */
const addFrame = (contents, url) =>
  contents.executeJavaScript(`new Promise((resolve) => {
    const frame = document.createElement('iframe')
    frame.addEventListener('load', () => resolve())
    frame.src = ${JSON.stringify(url)}
    document.body.append(frame)
  })`)

const hear = (/** @type {unknown} */ result) => {
  outcome = String(result)
  heard = watch.elapsed
}

const begin = () => {
  watch.begin()
  heard = 0
  before = watch.memory
}

answerParent({
  /** Those pages are of one site and of another. */
  async open(/** @type {string} */ url, /** @type {string} */ otherUrl, /** @type {Other} */ other) {
    if (chromeApp === undefined) {
      const { openPage } = await import('./bare.js')
      host = await openPage(url)
    } else host = await chromeApp.openPage((line) => log.warn(line))
    page = host
    if (chromeApp !== undefined && column === 'guest') page = await chromeApp.openGuest(host, url)
    if (other === undefined) return
    if (chromeApp !== undefined && column === 'own') await chromeApp.openGuest(host, otherUrl)
    else await addFrame(page, otherUrl)
  },
  /** It is not waited for. */
  flood(/** @type {string} */ code, /** @type {boolean} */ isInFrame) {
    const main = page?.mainFrame
    const frame = isInFrame ? main?.framesInSubtree.find((one) => one !== main) : main
    pid = frame?.osProcessId ?? 0
    begin()
    void frame?.executeJavaScript(code, true).then(hear, hear)
  },
  takeAway() {
    pid = 0
    ended.length = 0
    outcome = ''
    begin()
    if (column === 'guest') void host?.executeJavaScript(`document.querySelector('webview').remove()`)
    else if (host !== undefined) BrowserWindow.fromWebContents(host)?.destroy()
  },
  read() {
    watch.look()
    if (pid > 0 && ended.length === 0 && !isThere(pid)) noteEnd('without a word')
    const { elapsed, longest, most, over } = watch
    return {
      elapsed,
      longest,
      over,
      heard,
      memory: most - before,
      ended,
      outcome,
      log: log.first,
      faults: takeFaults(),
    }
  },
  version: () => process.versions.electron,
})
