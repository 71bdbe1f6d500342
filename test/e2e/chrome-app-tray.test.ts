import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { launchChromeApp, makeUserData, startAgain } from '../support/electron/launch-chrome-app.ts'
import { writeChromeApp } from '../support/electron/write-chrome-app.ts'
import { root } from '../support/root.ts'
import { until } from '../support/until.ts'

/** A program in the tray: its app is over now and then, and the program is not. */
const staysInTray = `
const { app, Menu, nativeImage, Tray } = require('electron')
const { runChromeApp } = require(${JSON.stringify(path.join(root, 'dist/app.cjs'))})
app.whenReady().then(() => {
  globalThis.tray = new Tray(nativeImage.createFromBuffer(Buffer.alloc(16 * 16 * 4, 255), { width: 16, height: 16 }))
  tray.setContextMenu(Menu.buildFromTemplate([{ label: 'Show', click: () => running.launch() }]))
})
let running
runChromeApp({ directory: process.argv.at(-1), files: [], keepRunning: true }).then((app) => {
  running = app
})
`

const opensWindows = `
chrome.app.runtime.onLaunched.addListener(({ source }) => {
  record.push('launched ' + source)
  chrome.app.window.create('window.html', { id: 'main' })
})
chrome.runtime.onSuspend.addListener(() => record.push('suspending'))`

it('a program in the tray goes on without windows, and a later start launches its app again', async () => {
  const userData = makeUserData()
  const folder = writeChromeApp(opensWindows, { files: { 'main.cjs': staysInTray } })
  const main = path.join(folder, 'main.cjs')
  const app = await launchChromeApp(folder, userData, main)
  const hasWindows = (count: number): Promise<void> => until('windows', () => app.windows().length === count)
  const closeWindow = async (): Promise<void> => {
    await app.windows()[0]?.evaluate(() => window.close())
    await hasWindows(0)
  }
  await hasWindows(1)
  await closeWindow()
  // Three times as long as a program without the option takes to end.
  await new Promise((resolve) => setTimeout(resolve, 3000))
  expect(await startAgain(folder, userData, [], main)).toMatchObject({ code: 0 })
  await hasWindows(1)
  await closeWindow()
  await app.app.evaluate(({ app: program }) => program.emit('activate', {}, false))
  await hasWindows(1)
  const launched = ['load_and_launch', 'command_line', 'app_launcher'].map((source) => `launched ${source}`)
  expect(await app.readRecord()).toEqual(launched)
  // The app itself is over; the program has its tray.
  await app.background.evaluate(() => window.close())
  await hasWindows(0)
  expect(await startAgain(folder, userData, [], main)).toMatchObject({ code: 0 })
  await hasWindows(1)
  expect(await app.readRecord()).toEqual(['launched command_line'])
  app.app.process().kill('SIGTERM')
  expect(await app.ended).toBe(0)
  for (const place of [userData, folder]) fs.rmSync(place, { recursive: true, force: true })
})
