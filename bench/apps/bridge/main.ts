import { installChromeSockets } from 'electron-chrome-sockets'
import { runWindowApp } from '../common/window-app.ts'

installChromeSockets({ manifest: { sockets: { tcpServer: { listen: '127.0.0.1:*' } } } })
runWindowApp({ sandbox: true })
