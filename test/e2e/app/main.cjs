const { app } = require('electron')
const { installChromeSockets } = require('electron-chrome-sockets')

app.on('window-all-closed', () => {})
installChromeSockets({ manifest: { sockets: { tcpServer: { listen: '*' }, tcp: { connect: '*' } } } })
