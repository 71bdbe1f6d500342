import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { launchChromeApp, makeUserData } from '../support/electron/launch-chrome-app.ts'
import { writeChromeApp } from '../support/electron/write-chrome-app.ts'
import { root } from '../support/root.ts'
import { until } from '../support/until.ts'

const openWindow = `
chrome.app.runtime.onLaunched.addListener(() => {
  chrome.app.window.create('window.html', () => record.push('window'))
})
`

/** Its word on what an app connects to comes when the test says so. */
const main = `
const { runChromeApp } = require(${JSON.stringify(path.join(root, 'dist/app.cjs'))})
const authorize = ({ operation }) =>
  operation === 'tcpServer.listen' || new Promise((resolve) => {
    globalThis.answer = resolve
  })
runChromeApp({ directory: process.argv.at(-1), files: [], authorize })
`

/** What a frame of the background page does. */
const inFrame = (code: string): string => `
document.body.append(Object.assign(document.createElement('iframe'), { src: 'frame.html' }))
window.act = (chrome) => { ${code} }
`

// What keeps an app is there, `record` says so, and `release` takes it away.
const keepers: [string, string][] = [
  [
    'a socket listens',
    `const { tcpServer } = chrome.sockets
     tcpServer.create(({ socketId }) => {
       tcpServer.listen(socketId, '127.0.0.1', 0, () => record.push('kept'))
       window.release = () => tcpServer.close(socketId)
     })`,
  ],
  [
    'a socket is persistent',
    `const { tcp } = chrome.sockets
     tcp.create({ persistent: true }, ({ socketId }) => {
       record.push('kept')
       window.release = () => tcp.close(socketId)
     })`,
  ],
  [
    'a call waits for its answer',
    `const { tcp } = chrome.sockets
     tcp.create(({ socketId }) => {
       tcp.connect(socketId, '127.0.0.1', 9, () => tcp.close(socketId))
       record.push('kept')
       window.release = () => {}
     })`,
  ],
  [
    'a port between its pages is open',
    `chrome.runtime.onConnect.addListener((port) => {
       record.push('kept')
       window.release = () => port.disconnect()
     })
     ${inFrame('chrome.runtime.connect()')}`,
  ],
  [
    'a page of it waits for an answer',
    `chrome.runtime.onMessage.addListener((_message, _sender, respond) => {
       window.release = respond
       return record.push('kept') > 0
     })
     ${inFrame("chrome.runtime.sendMessage('question', () => {})")}`,
  ],
]

// Side by side: most of the time they wait.
it.concurrent.each(keepers)('an app does not end while %s, and does afterwards', async (_what, code) => {
  const userData = makeUserData()
  const folder = writeChromeApp(openWindow + code, {
    manifest: { sockets: { tcp: { connect: '*' }, tcpServer: { listen: '*' } } },
    files: {
      'main.cjs': main,
      'frame.html': '<script src="frame.js"></script>',
      'frame.js': 'parent.act(chrome)',
    },
  })
  const app = await launchChromeApp(folder, userData, path.join(folder, 'main.cjs'))
  for (const line of ['kept', 'window'])
    await until(line, async () => (await app.readRecord()).includes(line))
  await app.windows()[0]?.evaluate(() => window.close())
  await until('closed', () => app.windows().length === 0)
  // Longer than an app has that nothing keeps.
  await new Promise((resolve) => setTimeout(resolve, 12_000))
  expect(await app.readRecord()).toContain('kept')
  await app.background.evaluate(() => (Reflect.get(window, 'release') as () => void)())
  await app.app.evaluate(() => {
    const answer = Reflect.get(globalThis, 'answer') as ((isAllowed: boolean) => void) | undefined
    answer?.(false)
  })
  expect(await app.ended).toBe(0)
  for (const place of [userData, folder]) fs.rmSync(place, { recursive: true, force: true })
})

it.each([
  ['put timers of their own in the place of the browser’s', 'window.setTimeout = () => 0'],
  [
    'clear all timers',
    "addEventListener('load', () => Array.from({ length: 100 }, (_, id) => clearTimeout(id)))",
  ],
])('an app is launched whose scripts %s', async (_what, code) => {
  const userData = makeUserData()
  const folder = writeChromeApp(`
    ${code}
    chrome.app.runtime.onLaunched.addListener(() => record.push('launched'))
  `)
  const app = await launchChromeApp(folder, userData)
  await until('launched', async () => (await app.readRecord()).includes('launched'))
  await app.close()
  for (const place of [userData, folder]) fs.rmSync(place, { recursive: true, force: true })
})
