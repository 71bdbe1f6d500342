import path from 'node:path'
import { app } from 'electron'
import { installChromeSockets } from 'electron-chrome-sockets'
import { runWindowApp } from './common/window-app.ts'

installChromeSockets({ manifest: path.join(app.getAppPath(), 'manifest.json') })
runWindowApp({ sandbox: true })
