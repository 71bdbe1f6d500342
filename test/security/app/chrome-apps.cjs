// @ts-check
// Two whole Chrome Apps in one program: the last argument is the folder of their folders. Pages of the first one are
// compromised.
const path = require('node:path')
const { app, session } = require('electron')
const { runChromeApp } = require('electron-chrome-sockets/app')

const folder = process.argv.at(-1) ?? ''
const [one, two] = ['a'.repeat(32), 'b'.repeat(32)]

const start = async () => {
  await app.whenReady()
  const own = session.fromPartition(`persist:chrome-app-${one}`)
  const filePath = path.join(__dirname, 'hostile-preload.cjs')
  if (typeof own.registerPreloadScript === 'function') own.registerPreloadScript({ type: 'frame', filePath })
  // Before Electron 35.
  else Reflect.apply(Reflect.get(own, 'setPreloads'), own, [[filePath]])
  for (const [name, id] of Object.entries({ two, one }))
    await runChromeApp({ directory: path.join(folder, name), id, keepRunning: true, files: [] })
}

void start()
