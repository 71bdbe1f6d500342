import { app, BrowserWindow } from 'electron'
import { installChromeSockets } from 'electron-chrome-sockets'

const sockets = installChromeSockets({ manifest: 'manifest.json' })
Object.assign(globalThis, { openInspector: () => sockets.openInspector() })
void app.whenReady().then(() => new BrowserWindow({ show: false }).loadFile('index.html'))
