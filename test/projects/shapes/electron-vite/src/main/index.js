import path from 'node:path'
import { app, BrowserWindow } from 'electron'
import { installChromeSockets } from 'electron-chrome-sockets'

const devServer = process.env.ELECTRON_RENDERER_URL
installChromeSockets({ devServer, manifest: 'manifest.json', preload: false })

void app.whenReady().then(() => {
  const preload = path.join(app.getAppPath(), 'out/preload/index.js')
  const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
  return devServer === undefined ? window.loadFile('out/renderer/index.html') : window.loadURL(devServer)
})
