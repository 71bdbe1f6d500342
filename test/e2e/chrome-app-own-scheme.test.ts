import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { makeUserData, startAgain } from '../support/electron/launch-chrome-app.ts'
import { writeChromeApp } from '../support/electron/write-chrome-app.ts'
import { root } from '../support/root.ts'

const hostModule = JSON.stringify(path.join(root, 'dist/app.cjs'))

/** A program with a scheme of its own, `own`; says what becomes of the app, and whether the scheme still counts. */
const writeMain = (registerAndImport: string): string => `
const { app, protocol, BrowserWindow } = require('electron')
const own = { scheme: 'own', privileges: { standard: true, secure: true } }
${registerAndImport}
app.on('window-all-closed', () => {})
const listen = ({ webContents }) => new Promise((resolve) => {
  webContents.on('console-message', (_event, _level, message) => resolve(message))
})
async function showOwn() {
  protocol.handle('own', () => new Response('<script>console.log(isSecureContext)</script>', { headers: { 'content-type': 'text/html' } }))
  const window = new BrowserWindow({ show: false })
  const said = listen(window)
  await window.loadURL('own://page/')
  return said
}
const background = new Promise((resolve) => {
  app.once('browser-window-created', (_event, window) => resolve(listen(window)))
})
const running = runChromeApp({ directory: process.argv.at(-1), files: [], keepRunning: true })
running.then(() => background, ({ message }) => message).then(async (outcome) => {
  console.log('outcome:' + JSON.stringify([outcome, await showOwn()]))
  app.exit()
})
`

async function start(registerAndImport: string): Promise<unknown> {
  const userData = makeUserData()
  const folder = writeChromeApp('chrome.storage.local.get(() => console.log(`secure ${isSecureContext}`))', {
    files: { 'main.cjs': writeMain(registerAndImport) },
  })
  const { output } = await startAgain(folder, userData, [], path.join(folder, 'main.cjs'))
  for (const place of [userData, folder]) fs.rmSync(place, { recursive: true, force: true })
  const line = /^outcome:(.*)$/m.exec(output)?.[1]
  if (line === undefined) throw new Error(output)
  return JSON.parse(line)
}

const refusal = expect.stringMatching(
  /^electron-chrome-sockets: .* register `chromeAppScheme` of 'electron-chrome-sockets\/app' together with them$/,
) as unknown

it.each([
  [
    'after the import, together with ours, the app runs',
    `const { chromeAppScheme, runChromeApp } = require(${hostModule})
     protocol.registerSchemesAsPrivileged([own, chromeAppScheme])`,
    ['secure true', 'true'],
  ],
  [
    'after the import, without ours, the app is refused',
    `const { runChromeApp } = require(${hostModule})
     protocol.registerSchemesAsPrivileged([own])`,
    [refusal, 'true'],
  ],
  [
    'before the import the app is refused, and what was registered counts',
    `protocol.registerSchemesAsPrivileged([own])
     const { runChromeApp } = require(${hostModule})`,
    [refusal, 'true'],
  ],
])('where a program registers a scheme of its own %s', async (_title, code, outcome) => {
  expect(await start(code)).toEqual(outcome)
})
