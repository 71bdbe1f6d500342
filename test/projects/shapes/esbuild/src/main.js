import { app, BrowserWindow } from 'electron'
import { installChromeSockets } from 'electron-chrome-sockets'

installChromeSockets({ manifest: 'manifest.json' })
void app.whenReady().then(() => new BrowserWindow({ show: false }).loadFile('index.html'))
