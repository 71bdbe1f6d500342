import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { launchChromeApp, makeUserData, startAgain } from '../support/electron/launch-chrome-app.ts'
import { writeChromeApp } from '../support/electron/write-chrome-app.ts'
import { root } from '../support/root.ts'
import { until } from '../support/until.ts'

/** Runs its folder three times: where a file is in the way, where none is, and while it runs; says what comes of it. */
const main = `
const fs = require('node:fs')
const path = require('node:path')
const { app } = require('electron')
const { runChromeApp } = require(${JSON.stringify(path.join(root, 'dist/app.cjs'))})
const asked = []
const authorize = ({ operation }) => {
  asked.push(operation)
  return false
}
const own = { directory: process.argv.at(-1), files: [], keepRunning: true, scheme: 'chrome-extension' }
const options = Object.assign(Object.create({ authorize }), own)
const background = new Promise((resolve) => {
  app.once('browser-window-created', (_event, { webContents }) => {
    webContents.on('console-message', (_event, _level, message) => resolve(message))
  })
})
const run = () => runChromeApp(options).then(({ id }) => id, ({ message }) => message)
const obstacle = path.join(app.getPath('userData'), 'chrome-extension')
fs.writeFileSync(obstacle, '')
run()
  .then(async (first) => {
    fs.rmSync(obstacle)
    const second = await run()
    console.log('outcome:' + JSON.stringify([first, second, await background, asked, await run()]))
  })
  .finally(() => app.exit())
`

it('an app that cannot be run can be run later, by options that are inherited, and once at a time', async () => {
  const userData = makeUserData()
  const folder = writeChromeApp(
    `chrome.sockets.tcp.create(({ socketId }) => {
      chrome.sockets.tcp.connect(socketId, '127.0.0.1', 9, () => console.log(chrome.runtime.lastError?.message))
    })`,
    { manifest: { sockets: { tcp: { connect: '*' } } }, files: { 'main.cjs': main } },
  )
  const { output } = await startAgain(folder, userData, [], path.join(folder, 'main.cjs'))
  for (const place of [userData, folder]) fs.rmSync(place, { recursive: true, force: true })
  const outcome: unknown = JSON.parse(/^outcome:(.*)$/m.exec(output)?.[1] ?? JSON.stringify(output))
  expect(outcome).toEqual([
    expect.stringMatching(/^electron-chrome-sockets: option "scheme": 'chrome-extension' cannot be had: /),
    expect.stringMatching(/^[a-p]{32}$/),
    'Does not have permission',
    ['tcp.connect'],
    expect.stringMatching(/^electron-chrome-sockets: the app [a-p]{32} runs in this program already$/),
  ])
})

/** Launches the app at the moment when it starts, as a second start of the program may. */
const hasty = `
const { runChromeApp } = require(${JSON.stringify(path.join(root, 'dist/app.cjs'))})
const { app } = require('electron')
app.once('browser-window-created', (_event, { webContents }) => {
  webContents.on('console-message', (_event, _level, message) => {
    console.log('console:' + message)
    if (message.includes('command_line')) app.exit()
  })
})
runChromeApp({ directory: process.argv.at(-1), files: [] }).then(({ id }) => {
  app.emit('second-instance', {}, [], '', { chromeAppId: id, files: [], ticket: 'second' })
})
`

it('two starts at the same moment are told in their order', async () => {
  const userData = makeUserData()
  const folder = writeChromeApp(
    'chrome.app.runtime.onLaunched.addListener(({ source }) => console.log(record.push(source) && record.join()))',
    { files: { 'main.cjs': hasty } },
  )
  const { output } = await startAgain(folder, userData, [], path.join(folder, 'main.cjs'))
  for (const place of [userData, folder]) fs.rmSync(place, { recursive: true, force: true })
  expect(output).toContain('console:load_and_launch,command_line')
})

/** Takes a while to end; the next is over at once, for it finds what the first has kept, and says so. */
const endsSlowly = `
chrome.app.runtime.onLaunched.addListener(() => chrome.storage.local.get({ hasEnded: false }, ({ hasEnded }) => {
  if (hasEnded) chrome.storage.local.set({ runs: true }, () => window.close())
  else chrome.app.window.create('window.html')
}))
chrome.runtime.onSuspend.addListener(() => {
  record.push('suspending')
  const begun = performance.now()
  const store = () => chrome.storage.local.set({ hasEnded: true }, () => performance.now() - begun < 1500 && store())
  store()
})
`

it('a start while the program ends runs the app itself', async () => {
  const userData = makeUserData()
  const folder = writeChromeApp(endsSlowly)
  const app = await launchChromeApp(folder, userData)
  await until('window', () => app.windows().length === 1)
  app.app.process().kill('SIGTERM')
  await until('suspending', async () => (await app.readRecord()).includes('suspending'))
  expect(await startAgain(folder, userData)).toMatchObject({ code: 0 })
  expect(await app.ended).toBe(0)
  fs.writeFileSync(
    path.join(folder, 'background.js'),
    "var record = []; chrome.storage.local.get({ runs: false }, ({ runs }) => record.push('runs ' + runs))",
  )
  const third = await launchChromeApp(folder, userData)
  await until('record', async () => (await third.readRecord()).length > 0)
  expect(await third.readRecord()).toEqual(['runs true'])
  await third.close()
  for (const place of [userData, folder]) fs.rmSync(place, { recursive: true, force: true })
})

/** Stops itself when Electron has given the program's data up, and what is stored has yet to be written. */
const stopsAtTheEnd = `
const fs = require('node:fs')
const path = require('node:path')
const { app } = require('electron')
const { runChromeApp } = require(${JSON.stringify(path.join(root, 'dist/app.cjs'))})
const note = path.join(app.getPath('userData'), 'stopped')
app.on('quit', () => setImmediate(() => {
  fs.writeFileSync(note, fs.readdirSync(path.dirname(note)).join())
  process.kill(process.pid, 'SIGSTOP')
}))
runChromeApp({ directory: process.argv.at(-1), files: [] })
`

it('a start waits until the program that ends has written what it has stored', async () => {
  const userData = makeUserData()
  const folder = writeChromeApp(endsSlowly, { files: { 'main.cjs': stopsAtTheEnd } })
  const app = await launchChromeApp(folder, userData, path.join(folder, 'main.cjs'))
  await until('window', () => app.windows().length === 1)
  const { pid = 0 } = app.app.process()
  process.kill(pid, 'SIGTERM')
  const note = path.join(userData, 'stopped')
  await until('stopped', () => fs.existsSync(note) && fs.statSync(note).size > 0)
  expect(fs.readFileSync(note, 'utf8')).not.toContain('SingletonLock')
  const next = startAgain(folder, userData)
  // As long as it takes another start to find nothing, and to open a window.
  await new Promise((resolve) => setTimeout(resolve, 3000))
  process.kill(pid, 'SIGCONT')
  expect(await app.ended).toBe(0)
  expect(await next).toMatchObject({ code: 0 })
  for (const place of [userData, folder]) fs.rmSync(place, { recursive: true, force: true })
})

it('a start of another app waits for a program that ends', async () => {
  const userData = makeUserData()
  const folder = writeChromeApp(endsSlowly)
  const other = writeChromeApp('chrome.app.runtime.onLaunched.addListener(() => window.close())', {
    manifest: { name: 'Other' },
  })
  const app = await launchChromeApp(folder, userData)
  await until('window', () => app.windows().length === 1)
  app.app.process().kill('SIGTERM')
  await until('suspending', async () => (await app.readRecord()).includes('suspending'))
  expect(await startAgain(other, userData)).toMatchObject({ code: 0 })
  expect(await app.ended).toBe(0)
  for (const place of [userData, folder, other]) fs.rmSync(place, { recursive: true, force: true })
})

/** Has nothing to do, and takes its time to end. */
const idles = `
chrome.app.runtime.onLaunched.addListener(() => {
  chrome.app.window.create('window.html', { hidden: true }, (window) => window.close())
})
chrome.runtime.onSuspend.addListener(() => record.push('suspending'))
`

it('a start of another app waits for one that is idle, and has heard of its end', async () => {
  const userData = makeUserData()
  const folder = writeChromeApp(idles)
  const other = writeChromeApp('chrome.app.runtime.onLaunched.addListener(() => window.close())', {
    manifest: { name: 'Other' },
  })
  const app = await launchChromeApp(folder, userData)
  await until('suspending', async () => (await app.readRecord()).includes('suspending'))
  expect(await startAgain(other, userData)).toMatchObject({ code: 0 })
  expect(await app.ended).toBe(0)
  for (const place of [userData, folder, other]) fs.rmSync(place, { recursive: true, force: true })
})
