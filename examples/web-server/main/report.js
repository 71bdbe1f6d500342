import { app } from 'electron'

const titlePattern = /^Web Server · (?:Error: (?<error>.+)|(?<url>http:.+))$/

/**
 * Prints where the page listens, or why it cannot. The page says so in its title.
 * @param {import('electron').BrowserWindow} window
 * @param {{ headless: boolean }} options
 */
export function reportState(window, { headless }) {
  const fail = (/** @type {string} */ message) => {
    console.error(message)
    if (headless) app.exit(1)
  }
  window.on('page-title-updated', (_event, title) => {
    const { url, error } = titlePattern.exec(title)?.groups ?? {}
    if (url) console.log(`Web server listening on ${url}`)
    if (error) fail(error)
  })
  window.webContents.on('did-fail-load', (_event, _code, description) =>
    fail(`The page did not load: ${description}`),
  )
  window.webContents.on('render-process-gone', (_event, { reason }) => fail(`The page has gone: ${reason}`))
}
