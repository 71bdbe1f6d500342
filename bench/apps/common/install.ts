import path from 'node:path'
import { app } from 'electron'
import { installChromeSockets } from 'electron-chrome-sockets'

installChromeSockets({ manifest: path.join(app.getAppPath(), 'manifest.json') })
