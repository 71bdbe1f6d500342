import { app, BrowserWindow } from 'electron'
import { installChromeSockets } from 'electron-chrome-sockets'

// As in a Chrome App's manifest.json: what it does not name is denied.
installChromeSockets({ manifest: { sockets: { tcpServer: { listen: '127.0.0.1:7777' } } } })

app.on('ready', () => new BrowserWindow().loadFile('index.html'))
app.on('window-all-closed', () => app.quit())
