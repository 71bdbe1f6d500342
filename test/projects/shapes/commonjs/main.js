const { app, BrowserWindow } = require('electron')
const { installChromeSockets } = require('electron-chrome-sockets')

installChromeSockets({ manifest: 'manifest.json' })
void app.whenReady().then(() => new BrowserWindow({ show: false }).loadFile('index.html'))
