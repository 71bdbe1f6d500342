const { app } = require('electron')
const { installChromeSockets } = require('electron-chrome-sockets')

app.on('window-all-closed', () => {})
installChromeSockets({ manifest: { sockets: { tcpServer: { listen: '*' }, tcp: { connect: '*' } } } })

// Beside it, for those who want the other copy.
Object.assign(globalThis, { importCopy: () => import('electron-chrome-sockets') })
