import path from 'node:path'
import { app } from 'electron'
import { runWindowApp } from '../common/window-app.ts'
import { serveSockets } from './serve-sockets.ts'

serveSockets()
runWindowApp({ sandbox: true, preload: path.join(app.getAppPath(), 'preload.cjs') })
